local mf = require "mfc"
local x = mf.input("x", { 2, 3 })
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x:mm(x):as "y" } } } }
