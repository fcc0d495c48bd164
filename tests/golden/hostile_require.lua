local mf = require "mfc"
local x = mf.input("x", { 3 })
local y = x require("../golden/axis_zero")
return mf.program { name = "t", funcs = { f = mf.func { inputs = { x }, outputs = { y:as "y" } } } }
