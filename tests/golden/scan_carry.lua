local mf = require "mfc"
local B = mf.dim("B", 10)
local x = mf.input("x", { B, 13 })
local W = mf.param("W", { 13, 4 })
local h = mf.scan(function(h, row) return h + row:sum() end, mf.zeros { 13 }, x)
local _, y = mf.scan(function(h, row) return h:sum(), row end, mf.zeros { 13 }, x)
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { y } } } }
