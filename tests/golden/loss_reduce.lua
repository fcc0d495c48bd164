local mf = require "mfc"
local B = mf.dim("B", 10)
local x = mf.input("x", { B, 13 })
local l = mf.loss.mse(x, x, { reduce = "avg" })
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x } } } }
