-- norm_gelu.lua - gelu(layernorm(x)) + x on [4096, 1024], forward and backward: bound by
-- memory and elementary functions.

local mf = require "mfc"
local nn = mf.nn

local x = mf.input("x", { 4096, 1024 })
local scale = mf.param("scale", { 1024 }, mf.init.ones())
local inner = x * scale
local norm = nn.LayerNorm(1024)
local y = mf.gelu(norm(inner)) + inner

return mf.program {
    name = "norm_gelu",
    train = mf.train {
        loss = mf.square(y):mean(),
        optimizer = mf.optim.SGD { lr = 0.01 },
        steps = 10, seed = 1,
    },
    data = mf.data.npy { x = "x.npy" },
}
