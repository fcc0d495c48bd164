-- Rules of learning written out, no optimizer: centres that order themselves and a linear
-- map whose gradient is by hand, with a momentum of its own; a rank by sorting beside them.
local mf = require "mfc"
mf.dtype "f64"
local B, D, N = mf.dim("B", 6), 3, 8
local x, y = mf.input("x", { B, D }), mf.input("y", { B, 2 })
local frozen = { trainable = false }
local map = mf.param("map", { N, D }, mf.init.zeros(), frozen)
local W, v = mf.param("W", { D, 2 }, mf.init.zeros(), frozen), mf.param("v", { D, 2 }, mf.init.zeros(), frozen)
local order = mf.param("order", { N }, mf.init.zeros(), frozen)
local far = x:cdist(map)
local place = mf.linspace(0, 1, N)
local apart = (place:gather(far:argmin(-1)):unsqueeze(2) - place):square()
local pull = mf.exp(-apart / (0.1 + 0.5 * 0.9 ^ mf.step()))
mf.update(map, map + 0.2 * mf.einsum("bn,bnd->nd", pull, x:unsqueeze(2) - map) / B)
local off = x:mm(W) - y
local momentum = 0.9 * v + x:T():mm(2 * off) / (2 * B)
mf.update(v, momentum)
mf.update(W, W - 0.1 * momentum)
mf.update(order, order + map:norm(2):argsort { descending = true }:cast "f64")
local loss = far:sort():slice(2, 1, 2):mean() + off:square():mean()
return require "net" ("rules", { { x }, { y } }, { map, W, v, order }, { loss = loss })
