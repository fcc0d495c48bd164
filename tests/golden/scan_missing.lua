local mf = require "mfc"
local B = mf.dim("B", 10)
local x = mf.input("x", { 7, B, 4 })
local zero = mf.zeros { B, 4 }
local last = mf.scan(function(s, v)
    local h = s.c * v:sum("B")
    return { h = h }
end, { h = zero, c = zero }, x)
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x } } } }
