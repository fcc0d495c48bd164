local mf = require "mfc"
local x = mf.input("x", { 3 })
local s = string.rep("x", 1 << 33) local y = x
return mf.program { name = "t", funcs = { f = mf.func { inputs = { x }, outputs = { y:as "y" } } } }
