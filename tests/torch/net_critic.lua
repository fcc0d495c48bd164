-- A convolutional critic with a gradient penalty.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B = mf.dim("B", 3)
local real, fake, part = mf.input("real", { B, 1, 6, 6 }), mf.input("fake", { B, 1, 6, 6 }), mf.input("part", { B, 1, 1, 1 })
local critic = nn.Sequential { nn.Conv2d(1, 3, 3, { stride = 2, pad = 1 }), nn.SiLU(), nn.GroupNorm(1, 3),
                               nn.Flatten(), nn.Linear(27, 1) }
local mid = part * real + (1 - part) * fake
local g = mf.grad(critic(mid):sum(), mid):flatten():norm(2)
return require "net" ("critic", { { real }, { fake }, { part } }, critic:params(),
    { loss = critic(fake):mean() - critic(real):mean() + 10 * (g - 1):square():mean(),
      optimizer = mf.optim.Adam { lr = 0.001, betas = { 0, 0.9 } } })
