-- A continuous flow: Runge-Kutta steps in a scan, the trace of the Jacobian by a probe.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, D, S = mf.dim("B", 3), 3, 4
local x, probe = mf.input("x", { B, D }), mf.input("probe", { B, D })
local net = nn.Sequential { nn.Linear(D + 1, 7), nn.Tanh(), nn.Linear(7, D) }
local function slope(s, t)
    local v = net(mf.concat({ s.z, t:reshape { 1, 1 }:broadcast { B, 1 } }, 2))
    return { z = v, l = -(mf.grad(v, s.z, { seed = probe }) * probe):sum(-1) }
end
local function after(s, h, d) return { z = s.z + h * d.z, l = s.l + h * d.l } end
local h = 1 / S
local last = mf.scan(function(s, t)
    local a = slope(s, t)
    local b = slope(after(s, h / 2, a), t + h / 2)
    local c = slope(after(s, h / 2, b), t + h / 2)
    local d = slope(after(s, h, c), t + h)
    return after(after(after(after(s, h / 6, a), h / 3, b), h / 3, c), h / 6, d)
end, { z = x, l = mf.zeros { B } }, mf.arange(S):cast "f64" * h)
local loss = (0.5 * last.z:square():sum(-1) + last.l):mean()
return require "net" ("continuous", { { x }, { probe } }, net:params(),
    { loss = loss, optimizer = mf.optim.Adam { lr = 0.01 } })
