local mf = require "mfc"
local B = mf.dim("B", 10)
local x = mf.input("x", { B, 4 })
local function halve(h) return h / 2 end
local a = mf.scan(halve, x, 7)
local b = mf.scan(halve, x, B)
local c = mf.scan(halve, x)
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x } } } }
