local mf = require "mfc"
local B = mf.dim("B", 10)
local x, ids = mf.input("x", { B, 13 }), mf.input("ids", { B }, "i32")
local y = x:take_along(ids, 2)
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x } } } }
