-- Lua cannot see that these are tensors; the lint of mfc check can.
local mf = require "mfc"
local x = mf.input("x", { 3 })
local positive = x:gt(0)
local y = x
if positive then y = x + 1 end
if not positive then y = x + 2 end
if x == 3 then y = x + 3 end
local function f(positive) if positive then return 1 end return 2 end
return mf.program { name = "t", funcs = { f = mf.func { inputs = { x }, outputs = { (y * f(true)):as "y" } } } }
