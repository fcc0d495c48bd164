local mf = require "mfc"
local B = mf.dim("B", 1)
local x = mf.input("x", { B, 3 })
local y = x:squeeze(1)
return mf.program { name = "t", funcs = { f = mf.func { inputs = { x }, outputs = { y:as "y" } } } }
