-- gan.lua - two trainings with Adam take turns, each counting its own updates; batch
-- norm in the generator. The figures of gan.expect are PyTorch's.
local mf = require "mfc"
local rows = require "rows"
local nn = mf.nn

local B = mf.dim("B", 4)
local x = mf.input("x", { B, 3 })
local z = mf.input("z", { B, 2 })
local generate, judge
mf.scope("gen", function()
    generate = nn.Sequential { nn.Linear(2, 6), nn.BatchNorm(6), nn.ReLU(), nn.Linear(6, 3) }
end)
mf.scope("disc", function()
    judge = nn.Sequential { nn.Linear(3, 7), nn.LeakyReLU(0.2), nn.Linear(7, 1) }
end)

local fake = generate(z)
local yes, no = mf.ones { B, 1 }, mf.zeros { B, 1 }
local d_loss = mf.loss.bce_logits(judge(x), yes)
    + mf.loss.bce_logits(judge(mf.stop_gradient(fake)), no)
local g_loss = mf.loss.bce_logits(judge(fake), yes)

return mf.program {
    name = "gan",
    data = mf.data.inline { x = rows.real(12, 3, 3), z = rows.real(12, 2, 5) },
    train = {
        d = mf.train { loss = d_loss, params = judge:params(), steps = 60, shuffle = false,
            optimizer = mf.optim.Adam { lr = 0.01, betas = { 0.5, 0.999 } } },
        g = mf.train { loss = g_loss, params = generate:params(), shuffle = false,
            optimizer = mf.optim.AdamW { lr = 0.02 } },
        schedule = { d = 2, g = 1 },
    },
    funcs = { sample = mf.func { inputs = { z }, outputs = { generate(z):as "sample" } } },
}
