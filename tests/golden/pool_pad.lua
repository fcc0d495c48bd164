local mf = require "mfc"
local B = mf.dim("B", 10)
local x = mf.input("x", { B, 13 })
local image = mf.input("image", { B, 3, 8, 8 })
local y = image:max_pool2d(2, { pad = 2 })
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x } } } }
