local mf = require "mfc"
local B = mf.dim("B", 10)
local x = mf.input("x", { B, 13 })
local y = mf.nn.Sequential { mf.nn.Linear(13, 4), 3 }
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x } } } }
