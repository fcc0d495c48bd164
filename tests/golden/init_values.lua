local mf = require "mfc"
local B = mf.dim("B", 10)
local x = mf.input("x", { B, 13 })
local w = mf.param("w", { 3, 2 }, mf.init.values { { 1, 2 }, { 3, 4 } })
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x } } } }
