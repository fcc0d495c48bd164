-- Tensors with as many axes as there may be, which repeat: their array has one more.
local mf = require "mfc"
local x = mf.input("x", { 1, 1, 2, 1, 1, 1, 1, 5 })
local h = x
for i = 1, 10 do
  h = h * mf.param("v" .. i, x.shape, mf.init.uniform())
end
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { h:as "h" } } } }
