local mf = require "mfc"
local B = mf.dim("B", 10)
local x = mf.input("x", { B, 13 })
local y = x:gt(0) * x:lt(1)
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x } } } }
