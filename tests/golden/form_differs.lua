-- Tables of tensors that should have one form, and what is no table of tensors.
local mf = require "mfc"
local a, b = mf.param("a", { 2 }), mf.param("b", { 2 })
local y = (a * b):sum()
local turns = mf.arange(3)
local endless = {}
endless[1] = endless
local g1 = mf.grad(y, endless)
local g2 = mf.grad(y, nil)
local g3 = mf.grad(y, { a, seed = b })
local g4 = mf.grad(y, { w = { a, 3 } })
local g5 = mf.grad(y, { layers = { mf.nn.Linear(2, 2) } })
local g6 = mf.grad(y, { a, [3] = b })
local h1 = mf.hvp(y, { a, b }, { a })
local h2 = mf.hvp(y, { w = a, v = { b } }, { w = a, u = { b } })
local h3 = mf.hvp(y, { w = a, v = { b } }, { w = a, v = { b, b } })
local h4 = mf.hvp(y, { w = a, v = { b } }, { w = a, v = b })
local h5 = mf.hvp(y, a, { a })
local h6 = mf.hvp(y, { w = a }, { w = a, u = b })
local h7 = mf.hvp(y, { a }, { w = a })
local j1 = mf.jvp(y, { a, {} }, { a })
local s1 = mf.scan(function(s) return s[1] end, { a }, turns)
local s2 = mf.scan(function(s) return { s[1], { s[2][1], s[2][1] } } end, { a, { b } }, turns)
local s3 = mf.scan(function() return nil end, { a, { b } }, turns)
return mf.program { funcs = { f = mf.func { inputs = {}, outputs = { a } } } }
