local mf = require "mfc"
local x = mf.input("x", { 3 })
local t = {} for i = 1, 1e12 do t[i] = { i } end local y = x
return mf.program { name = "t", funcs = { f = mf.func { inputs = { x }, outputs = { y:as "y" } } } }
