-- Operands without short names are told apart; a dim and its number; tensors in Lua's own functions.
local mf = require "mfc"
local B = mf.dim("B", 4)
local x, y, n = mf.input("x", { B, 4 }), mf.input("y", { B, 4 }), mf.input("n", { 4 }, "i32")
local function long(v) return (v + 1) * (v + 2) * (v + 3) * (v + 4) * (v + 5) * (v + 6) / 7 end
local a = long(x):mm(long(y))
local b = long(x) + long(y):sum(2)
local c = mf.loss.mse(x, mf.zeros { 4, 4 })
local d = mf.loss.cross_entropy(x, n)
local e = x:diff(1)
