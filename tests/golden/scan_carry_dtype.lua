-- expect-error: the carry must keep its type
local mf = require "mfc"
local x = mf.input("x", { 4, 2 })
local last = mf.scan(function(c, v) return (c + v):cast "i32" end, mf.zeros { 2 }, x)
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { last } } } }
