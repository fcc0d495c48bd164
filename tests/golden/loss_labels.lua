local mf = require "mfc"
local B = mf.dim("B", 10)
local x = mf.input("x", { B, 13 })
local y = mf.input("y", { B })
local l = mf.loss.cross_entropy(x, y)
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x } } } }
