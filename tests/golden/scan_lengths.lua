-- expect-error: the sequences have different lengths: x f32[4,2] and y f32[5,2]
local mf = require "mfc"
local x, y = mf.input("x", { 4, 2 }), mf.input("y", { 5, 2 })
local last = mf.scan(function(c, v) return c + v[1] * v[2] end, mf.zeros { 2 }, { x, y })
return mf.program { funcs = { f = mf.func { inputs = { x, y }, outputs = { last } } } }
