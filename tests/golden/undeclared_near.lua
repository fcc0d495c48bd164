local mf = require "mfc"
local x = mf.input("x", { 3, 4 })
local hiden = x:relu()
local function twice(v)
  local result = 2 * v
  return result + shift
end
local shift = 1
local y = hidden + result
for step = 1, 2 do
  hidden2 = hiden * 2
  hidn = x:tanh()
end
local z = twice(x) + v + step
local u = unheard + of
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { y } } } }
