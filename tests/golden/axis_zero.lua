local mf = require "mfc"
local B = mf.dim("B", 10)
local x = mf.input("x", { B, 13 })
local W = mf.param("W", { 11, 1 })
local y = x:sum(0)
return mf.program { name = "t", funcs = { f = mf.func { inputs = { x }, outputs = { y:as "y" } } } }
