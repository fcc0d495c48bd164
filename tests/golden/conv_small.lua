local mf = require "mfc"
local B = mf.dim("B", 10)
local x = mf.input("x", { B, 13 })
local image = mf.input("image", { B, 3, 2, 8 })
local w = mf.param("w", { 6, 3, 3, 3 })
local y = image:conv2d(w)
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x } } } }
