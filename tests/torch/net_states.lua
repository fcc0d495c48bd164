-- What is kept from step to step and not trained: the vector of a spectral norm's power
-- iteration, and a running mean of weights.
local mf = require "mfc"
mf.dtype "f64"
local B = mf.dim("B", 4)
local x, y = mf.input("x", { B, 3 }), mf.input("y", { B, 2 })
local W, V = mf.param("W", { 3, 5 }), mf.param("V", { 5, 2 })
local u = mf.param("u", { 3 }, mf.init.normal(), { trainable = false })
local mean = mf.param("mean", { 5, 2 }, mf.init.zeros(), { trainable = false })
local function unit(v) return v / v:norm():maximum(1e-12) end
local v = mf.stop_gradient(unit(u:mm(W)))
local next_u = mf.stop_gradient(unit(W:mm(v)))
mf.update(u, next_u)
mf.update(mean, 0.75 * mean + 0.25 * V)
local sigma = next_u:dot(W:mm(v))
return require "net" ("states", { { x }, { y } }, { W, V, u, mean },
    { loss = mf.loss.mse((x:mm(W) / sigma):tanh():mm(V), y), optimizer = mf.optim.SGD { lr = 0.05, momentum = 0.9 } })
