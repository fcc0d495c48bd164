local mf = require "mfc"
local B = mf.dim("B", 10)
local x = mf.input("x", { B, 13 })
local z = mf.input("z", { B, 3, 4, 4 })
local w = mf.param("w", { 3, 2, 3, 3 })
local y = z:conv_transpose2d(w, { output_pad = 1 })
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x } } } }
