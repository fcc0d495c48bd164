local mf = require "mfc"
local B = mf.dim("B", 10)
local x = mf.input("x", { B, 13 })
local b = mf.param("b", { 3 }, mf.init.he_normal())
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x } } } }
