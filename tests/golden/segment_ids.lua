local mf = require "mfc"
local B = mf.dim("B", 10)
local x = mf.input("x", { B, 6, 13 })
local ids = mf.input("ids", { 6 }, "i32")
local y = x:segment_sum(ids, 4)
local z = x:segment_softmax(ids, 4)
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x } } } }
