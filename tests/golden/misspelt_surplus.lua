local mf = require "mfc"
local x = mf.input("x", { 3, 4 })
local unction block(v)
  return v:tanh()
end
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { block(x) } } } }
