local mf = require "mfc"
local B = mf.dim("B", 4)
local a = mf.input("a", { B, 3, 3 })
local b = mf.input("b", { B, 4 })
local x = a:solve(b)
local flat = mf.input("flat", { B, 2, 3 })
local y = flat:inv()
local z = mf.mean(a, 1):solve(3)
local w = a:solve(mf.input("c", { 5, 3, 2 }))
return mf.program { funcs = { f = mf.func { inputs = { a, b }, outputs = { x, y, z, w } } } }
