-- A learnt energy whose derivatives are compared, and kept by leapfrog steps in a scan.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B = mf.dim("B", 3)
local q, p = mf.input("q", { B, 2 }), mf.input("p", { B, 2 })
local dq, dp = mf.input("dq", { B, 2 }), mf.input("dp", { B, 2 })
local H = nn.Sequential { nn.Linear(4, 7), nn.Tanh(), nn.Linear(7, 1, { bias = false }) }
local function energy(a, b) return H(mf.concat({ a, b }, 2)):sum() end
local g, h = mf.grad(energy(q, p), { q, p }), 0.1
local last = mf.scan(function(s)
    local b = s.b - h / 2 * mf.grad(energy(s.a, s.b), s.a)
    local a = s.a + h * mf.grad(energy(s.a, b), b)
    return { a = a, b = b - h / 2 * mf.grad(energy(a, b), a) }
end, { a = q, b = p }, mf.arange(4))
local drift = (energy(last.a, last.b) - energy(q, p)) ^ 2
return require "net" ("hamilton", { { q }, { p }, { dq }, { dp } }, H:params(),
    { loss = mf.loss.mse(g[2], dq) + mf.loss.mse(-g[1], dp) + drift, optimizer = mf.optim.Adam { lr = 0.01 } })
