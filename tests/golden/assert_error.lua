local mf = require "mfc"
local B = mf.dim("B", 10)
local x = mf.input("x", { B, 13 })
local W = mf.param("W", { 13, 4 })
assert(x.rank == 3, "x must be an image")
local y = x
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { y } } } }
