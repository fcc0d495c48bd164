local mf = require "mfc"
local B, C = mf.dim("B", 10), mf.dim("C", 8)
local x = mf.input("x", { B, C, 12 })
local w = mf.param("w", { 6, 8, 3 })
local y = x:conv1d(w, { pad = 1 })
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x } } } }
