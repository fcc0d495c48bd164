local mf = require "mfc"
local B = mf.dim("B", 8)
local x = mf.input("x", { B, 13 })
local d = mf.input("d", { B })
local z = mf.linspace(0, 1, 51)
local image = mf.input("image", { B, 16, 5, 5 })
local bias = mf.param("bias", { 16 })
local a = x - x:mean(2)
local b = x / x:sum(-1)
local c = d:unsqueeze(1) * z
local gate = image:mean { 3, 4 }
local e = image * gate
local f = image + bias
local g = x:unsqueeze(1) - mf.ones { 4, 13 }
local h = mf.where(d:gt(0), x, 0)
local neither = x + mf.ones { 4, 13 }
return mf.program { name = "t", funcs = { f = mf.func { inputs = { x }, outputs = { a:as "y" } } } }
