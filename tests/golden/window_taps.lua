-- The gradient of a pool whose windows overlap adds taps where they belong: along rows by
-- what the stride leaves, along columns in a plane. Rows of seven are whole vectors.
local mf = require "mfc"
local x, dy = mf.input("x", { 2, 13, 13 }), mf.input("dy", { 2, 7, 7 })
local y = x:reshape { 2, 1, 13, 13 }:max_pool2d(3, { stride = 2, pad = 1 }):reshape { 2, 7, 7 }
local dx = mf.grad(y, x, { seed = dy })
return mf.program { name = "taps", funcs = { f = mf.func { inputs = { x, dy }, outputs = { dx:as "dx" } } } }
