-- A flow of rational-quadratic splines: bins found by comparing, their knots taken by computed ids.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, K, H, edge = mf.dim("B", 6), 4, 5, 0.9
local x = mf.input("x", { B, 2 })
local layers = nn.Sequential {}
local function pick(t, k) return t:take_along(k:unsqueeze(2), 2):squeeze(2) end
local function knots(w)
    w = 1e-3 + (1 - 1e-3 * K) * w:softmax()
    return 2 * edge * mf.concat({ mf.zeros { B, 1 }, w:cumsum(2) }, 2) - edge
end
local function bend(v, raw)
    local xs, ys, one = knots(raw:slice(2, 1, K)), knots(raw:slice(2, K + 1, 2 * K)), mf.ones { B, 1 }
    local slope = mf.concat({ one, 1e-3 + raw:slice(2, 2 * K + 1, -1):softplus(), one }, 2)
    local inside = mf.logical_and(v:gt(-edge), v:lt(edge))
    local u = mf.where(inside, v, 0)
    local k = mf.ge(u:unsqueeze(2), xs:slice(2, 2, K)):cast("i32"):sum(2)
    local x0, y0, d0, d1 = pick(xs, k), pick(ys, k), pick(slope, k), pick(slope, k + 1)
    local w, h = pick(xs, k + 1) - x0, pick(ys, k + 1) - y0
    local s, t = h / w, (u - x0) / w
    local q, r = t * (1 - t), 1 - t
    local below = s + (d1 + d0 - 2 * s) * q
    local grow = (s ^ 2 * (d1 * t ^ 2 + 2 * s * q + d0 * r ^ 2)):log() - 2 * below:log()
    return mf.where(inside, y0 + h * (s * t ^ 2 + d0 * q) / below, v), mf.where(inside, grow, 0)
end
local a, b, total = x:select(2, 1), x:select(2, 2), mf.zeros { B }
for _ = 1, 2 do
    local one, two = nn.Linear(1, H), nn.Linear(H, 3 * K - 1)
    layers:add(one):add(two)
    local z, grow = bend(b, two(one(a:unsqueeze(2)):tanh()))
    a, b, total = z, a, total + grow
end
return require "net" ("spline", { { x } }, layers:params(),
    { loss = (0.5 * (a ^ 2 + b ^ 2) - total):mean(), optimizer = mf.optim.Adam { lr = 0.01 } })
