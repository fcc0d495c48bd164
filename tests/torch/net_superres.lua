-- Standardised weights, an instance norm by hand, attention over places, pixels shuffled.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, C, r = mf.dim("B", 2), 6, 3
local low, high = mf.input("low", { B, 1, 5, 4 }), mf.input("high", { B, 1, 15, 12 })
local function moments(x, axes)
    return x:mean(axes, { keep = true }), x:var(axes, { keep = true })
end
local head, gain = mf.param("head", { C, 1, 3, 3 }), mf.param("gain", { C, 1, 1, 1 })
local m, v = moments(head, { 2, 3, 4 })
local h = low:conv2d(gain * (head - m) / (v + 1e-5):sqrt(), { pad = 1 }):relu()
local body, look, tail = nn.Conv2d(C, C, 3, { pad = 1 }), nn.Conv2d(2, 1, 7, { pad = 3 }),
    nn.Conv2d(C, r * r, 3, { pad = 1 })
local b = body(h)
local mb, vb = moments(b, { 3, 4 })
b = ((b - mb) * (vb + 1e-5):rsqrt()):leaky_relu(0.2)
local seen = mf.concat({ b:mean(2, { keep = true }), b:max(2, { keep = true }) }, 2)
h = h + b * look(seen):sigmoid()
local out = tail(h):reshape { B, 1, r, r, 5, 4 }:permute { 1, 2, 5, 3, 6, 4 }:reshape { B, 1, 15, 12 }
local params = nn.Sequential({ body, look, tail }):params()
params[#params + 1], params[#params + 2] = head, gain
return require "net" ("superres", { { low }, { high } }, params,
    { loss = ((out - high) ^ 2 + 1e-6):sqrt():mean(),
      optimizer = mf.optim.Adam { lr = 0.01, betas = { 0.9, 0.99 } } })
