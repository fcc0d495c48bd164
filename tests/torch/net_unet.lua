-- Down and up again with skips, group norms, a Dice term; AdamW that decays matrices,
-- gradients clipped by their norm.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B = mf.dim("B", 2)
local x, y = mf.input("x", { B, 2, 6, 6 }), mf.input("y", { B, 1, 6, 6 })
local all = nn.Sequential {}
local function layer(l) all:add(l) return l end
local function block(i, o, v)
    v = layer(nn.Conv2d(i, o, 3, { pad = 1, bias = false }))(v)
    return layer(nn.GroupNorm(2, o))(v):relu()
end
local a = block(2, 4, x)
local b = block(4, 6, a:max_pool2d(2))
local up = layer(nn.ConvTranspose2d(6, 4, 2, { stride = 2 }))(b)
local last = block(8, 4, mf.concat({ up, a }, 2))
local out = layer(nn.Conv2d(4, 1, 1))(last)
local p = out:sigmoid()
local dice = 1 - (2 * (p * y):sum() + 1) / (p:sum() + y:sum() + 1)
return require "net" ("unet", { { x }, { y, 2 } }, all:params(),
    { loss = mf.loss.bce_logits(out, y) + dice, clip_norm = 0.5,
      optimizer = mf.optim.AdamW { lr = 0.01, weight_decay = 0.1, decay = "matrices" } })
