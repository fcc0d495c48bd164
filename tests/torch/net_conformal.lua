-- Quantiles that do not cross, and a margin around them that follows how often they miss:
-- no gradient goes to it, mf.update moves it.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B = mf.dim("B", 4)
local x, y = mf.input("x", { B, 3 }), mf.input("y", { B, 1 })
local body, low, gaps = nn.Linear(3, 6), nn.Linear(6, 1), nn.Linear(6, 2)
local h = body(x):silu()
local first = low(h)
local q = mf.concat({ first, first + gaps(h):softplus():cumsum(2) }, 2)
local score = mf.maximum(q:slice(2, 1, 1) - y, y - q:slice(2, -1, -1)):squeeze(2)
local margin = mf.param("margin", {}, mf.init.zeros(), { trainable = false })
mf.update(margin, margin + 0.05 * (score:gt(margin):cast("f64"):mean() - 0.1))
local d, tau = y - q, mf.const { 0.1, 0.5, 0.9 }
return require "net" ("conformal", { { x }, { y } },
    { body.weight, body.bias, low.weight, low.bias, gaps.weight, gaps.bias, margin },
    { loss = mf.maximum(tau * d, (tau - 1) * d):mean(), optimizer = mf.optim.Adam { lr = 0.01 } })
