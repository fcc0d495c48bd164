-- expect-error: 3 output channels do not divide into 2 groups
local mf = require "mfc"
local x = mf.input("x", { 2, 4, 9 })
local y = mf.conv1d(x, mf.param("w", { 3, 2, 3 }), { groups = 2 })
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { y } } } }
