local mf = require "mfc"
local x = mf.input("x", { 3, 4 })
local function block(width)
  local layer = mf.nn.Linear(4, width)
  return functoin(v)
    return layer(v):relu()
  end
end
local y = block(5)(x)
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { y } } } }
