local mf = require "mfc"
local B = mf.dim("B", 10)
local x = mf.input("x", { B, 13 })
local W = mf.param("W", { B + 3, 13 })
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { W }, dims = { B = 1 } } } }
