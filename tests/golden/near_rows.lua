-- Rows of ten are computed in local arrays, which are longer: products whose weights every
-- row reads again, and functions.
local mf = require "mfc"
local x = mf.input("x", { 12, 6 })
local W, b = mf.param("W", { 6, 10 }), mf.param("b", { 10 })
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { (x:mm(W) + b):tanh():as "y" } } } }
