local mf = require "mfc"
local x = mf.input("x", { 3 })
local t = 1 for i = 1, 100000 do t = { t } end local y = mf.const(t)
return mf.program { name = "t", funcs = { f = mf.func { inputs = { x }, outputs = { y:as "y" } } } }
