local mf = require "mfc"
local x = mf.input("x", { 3 })
local y = mf.input("a\\0b", { 3 })
return mf.program { name = "t", funcs = { f = mf.func { inputs = { x }, outputs = { y:as "y" } } } }
