-- turns.lua - two trainings that take turns, gradients of gradients, random draws.
local mf = require "mfc"
local rows = require "rows"
local nn = mf.nn

local B = mf.dim("B", 5)
local x = mf.input("x", { B, 3 })
local generator = nn.Sequential { nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 3) }
local critic = nn.Sequential { nn.Linear(3, 9), nn.LeakyReLU(0.2), nn.Linear(9, 1) }

local made = generator(mf.random_normal { B, 2 })
local between = x + mf.random_uniform { B, 1 } * (mf.stop_gradient(made) - x)
local slope = mf.grad(critic(between):sum(), between)
local penalty = ((slope:norm(2) - 1) ^ 2):mean()
local d_loss = critic(mf.stop_gradient(made)):mean() - critic(x):mean() + 10 * penalty
local g_loss = -critic(made):mean()

return mf.program {
    name = "turns",
    data = mf.data.inline { x = rows.real(20, 3, 11) },
    train = {
        d = mf.train { loss = d_loss, optimizer = mf.optim.RMSprop { lr = 1e-3 },
            params = critic:params(), epochs = 3, seed = 4 },
        g = mf.train { loss = g_loss, optimizer = mf.optim.Adagrad { lr = 1e-2 },
            params = generator:params() },
        schedule = { d = 2, g = 1 },
    },
    funcs = { score = mf.func { inputs = { x }, outputs = { critic(x):as "score" } } },
}
