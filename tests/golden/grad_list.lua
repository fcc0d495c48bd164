local mf = require "mfc"
local B = mf.dim("B", 10)
local x, y = mf.input("x", { B, 3 }), mf.input("y", { B, 3 })
local dx = mf.grad((x * y):sum(), x, y)
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x } } } }
