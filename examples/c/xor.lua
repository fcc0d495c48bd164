-- xor.lua - the smallest network that is worth training.
local mf = require "mfc"
local nn = mf.nn
local B = mf.dim("B", 4)
local x, y = mf.input("x", { B, 2 }), mf.input("y", { B, 1 })
local logit = nn.Sequential { nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1) }(x)
return mf.program {
    name = "xor",
    data = mf.data.inline { x = { {0, 0}, {0, 1}, {1, 0}, {1, 1} }, y = { {0}, {1}, {1}, {0} } },
    train = mf.train { loss = mf.loss.bce_logits(logit, y), optimizer = mf.optim.Adam { lr = 0.05 },
        epochs = 200, seed = 1 },
    funcs = { predict = mf.func { inputs = { x }, outputs = { logit:sigmoid():as "p" },
        dims = { B = 1 } } },
}
