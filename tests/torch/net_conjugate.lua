-- A picture from some of its Fourier coefficients (MoDL): a network that denoises, and by
-- turns the consistent picture next to its result, by conjugate gradients in a loop.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, S, C = mf.dim("B", 2), 6, 4
local re, im = mf.input("re", { B, S, S }), mf.input("im", { B, S, S })
local known, truth = mf.input("known", { B, S, S }, "i32"), mf.input("truth", { B, 2, S, S })
local mask = known:cast "f64"
local function waves(f)
    local t = {}
    for i = 1, S do
        t[i] = {}
        for j = 1, S do
            t[i][j] = f(2 * math.pi * (i - 1) * (j - 1) / S) / math.sqrt(S)
        end
    end
    return mf.const(t)
end
local function times(a, b) -- of complex matrices, as pairs
    return { a[1]:matmul(b[1]) - a[2]:matmul(b[2]), a[1]:matmul(b[2]) + a[2]:matmul(b[1]) }
end
local there = { waves(math.cos), -waves(math.sin) }
local back = { there[1], -there[2] }
local function masked(k) -- the picture of the coefficients that are known
    return mf.stack(times(times(back, { k[1] * mask, k[2] * mask }), back), 2)
end
local function normal(x)
    return masked(times(times(there, { x:unbind(2) }), there))
end
local weight = mf.param("weight", {})
local near = weight:exp()
local function dot(a, b) return (a * b):sum({ 2, 3, 4 }, { keep = true }) end
local function consistent(rhs)
    local last = mf.scan(function(s)
        local along = normal(s.p) + near * s.p
        local step = s.rr / dot(s.p, along)
        local r = s.r - step * along
        local rr = dot(r, r)
        return { x = s.x + step * s.p, r = r, p = r + rr / s.rr * s.p, rr = rr }
    end, { x = rhs:zeros_like(), r = rhs, p = rhs, rr = dot(rhs, rhs) }, mf.arange(3))
    return last.x
end
local net = nn.Sequential { nn.Conv2d(2, C, 3, { pad = 1 }), nn.ReLU(), nn.Conv2d(C, 2, 3, { pad = 1 }) }
local start = masked { re, im }
local x = start
for _ = 1, 2 do
    x = consistent(start + near * (x + net(x)))
end
local params = net:params()
params[#params + 1] = weight
return require "net" ("conjugate", { { re }, { im }, { known, 2 }, { truth } }, params, {
    loss = mf.loss.mse(x, truth), optimizer = mf.optim.Adam { lr = 0.01 } })
