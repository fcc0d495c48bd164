local mf = require "mfc"
local x = mf.input("x", { 3 })
local y = x string.find(string.rep("a", 60), string.rep("a?", 60) .. string.rep("a", 60) .. "b")
return mf.program { name = "t", funcs = { f = mf.func { inputs = { x }, outputs = { y:as "y" } } } }
