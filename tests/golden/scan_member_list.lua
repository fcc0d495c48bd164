local mf = require "mfc"
local B = mf.dim("B", 10)
local x = mf.input("x", { 7, B, 3 })
local last = mf.scan(function(s, v)
    return { c = { s.c[1] + v } }
end, { c = { mf.zeros { B, 4 } } }, x)
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x } } } }
