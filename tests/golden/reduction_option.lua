local mf = require "mfc"
local B = mf.dim("B", 10)
local x = mf.input("x", { B, 13 })
local W = mf.param("W", { 13, 4 })
local y = x:sum(1, { keeep = true })
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { y } } } }
