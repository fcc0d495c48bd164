local mf = require "mfc"
local x = mf.input("x", { 3 })
local y = mf.input("z", { 1 << 31, 1 << 31, 1 << 31 })
return mf.program { name = "t", funcs = { f = mf.func { inputs = { x }, outputs = { y:as "y" } } } }
