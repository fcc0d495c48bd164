-- Means are of floating tensors; the message is of the tensor and not of its sum.
local mf = require "mfc"
local ids = mf.input("ids", { mf.dim("B", 4), 3 }, "i32")
local a = ids:mean()
local b = ids:gt(0):mean(2)
local c = mf.std(ids, 1, { keep = true })
local d = ids:norm { keep = true }
return mf.program { funcs = { f = mf.func { inputs = { ids }, outputs = { ids } } } }
