local mf = require "mfc"
local B = mf.dim("B", 10)
local x = mf.input("x", { B, 13 })
local W = mf.param("W", { 13, 4 })
local kept
mf.scan(function(h, row) kept = h + row return kept end, mf.zeros { 13 }, x)
local y = kept * 2
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { y } } } }
