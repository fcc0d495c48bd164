local mf = require "mfc"
local B = mf.dim("B", 10)
local x = mf.input("x", { B, 13 })
local y = mf.input("y", { B, 13 }, "i32")
local a = mf.metric.accuracy(x, y)
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x } } } }
