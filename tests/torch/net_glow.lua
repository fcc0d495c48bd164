-- An invertible 1 x 1 convolution made of triangles, an affine coupling, the squeeze of an image.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, C = mf.dim("B", 2), 4
local x = mf.input("x", { B, 1, 4, 6 })
local layers = nn.Sequential {}
local function layer(l) layers:add(l) return l end
local scale, shift = mf.param("scale", { C, 1, 1 }), mf.param("shift", { C, 1, 1 })
local L, U, d = mf.param("L", { C, C }), mf.param("U", { C, C }), mf.param("d", { C })
local h = x:reshape { B, 1, 2, 2, 3, 2 }:permute { 1, 2, 4, 6, 3, 5 }:reshape { B, C, 2, 3 }
h = (h + shift) * scale:exp()
local eye, mask = mf.one_hot(mf.arange(C), C), mf.causal_mask(C)
local lower = mf.where(mask, L, 0) * (1 - eye) + eye
local W = lower:flip(1):mm(mf.where(mask, 0, U) + eye * d:exp())
h = h:conv2d(W:reshape { C, C, 1, 1 })
local a, b = h:split(2, 2)
local t, s = layer(nn.Conv2d(5, 4, 1))(layer(nn.Conv2d(2, 5, 3, { pad = 1 }))(a):relu()):split(2, 2)
s = (s + 2):sigmoid()
local z = mf.concat({ a, (b + t) * s }, 2)
local logdet = 6 * (scale:sum() + d:sum()) + s:log():sum { 2, 3, 4 }
local params = layers:params()
for _, p in ipairs { scale, shift, L, U, d } do params[#params + 1] = p end
return require "net" ("glow", { { x } }, params, { clip_norm = 5,
    loss = (0.5 * z:square():sum { 2, 3, 4 } - logdet):mean(), optimizer = mf.optim.Adam { lr = 0.01 } })
