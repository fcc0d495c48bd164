-- A loop of the script reads one part of x after another: its kernels are printed once,
-- and the number of the part is an argument.
local mf = require "mfc"
local B = mf.dim("B", 2)
local x, h0 = mf.input("x", { B, 6, 3 }), mf.input("h0", { B, 40 })
local W = mf.param("W", { 3, 40 }, mf.init.normal())
local V = mf.param("V", { 40, 40 }, mf.init.normal())
local h = h0
for t = 1, 6 do
  h = ((x:select(2, t):mm(W) + h:mm(V)):softmax():mm(V)):softmax()
end
return mf.program { name = "alike", funcs = { f = mf.func { inputs = { x, h0 }, outputs = { h:as "h" } } } }
