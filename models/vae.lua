-- vae.lua - a variational autoencoder of digits (Kingma and Welling 2013): 784-400-20 and
-- back. The code is drawn in the graph: mean + deviation x noise, new at every step.

local mf = require "mfc"
local nn = mf.nn

local code = 20
local B = mf.dim("B", 64)
local image = mf.input("image", { B, 784 })
local z_in = mf.input("z", { B, code })

local encode = nn.Sequential { nn.Linear(784, 400), nn.ReLU() }
local to_mean = nn.Linear(400, code)
local to_log_variance = nn.Linear(400, code)
local decode = nn.Sequential { nn.Linear(code, 400), nn.ReLU(), nn.Linear(400, 784) }

local h = encode(image)
local mean = to_mean(h)
local log_variance = to_log_variance(h)
local noise = mf.random_normal { B, code }
local z = mean + mf.exp(0.5 * log_variance) * noise

-- the evidence lower bound of one image, in nats, negated
local rebuilt = mf.loss.bce_logits(decode(z), image, { reduce = "none" }):sum(2)
local divergence = 0.5 * (mean * mean + mf.exp(log_variance) - 1 - log_variance):sum(2)
local loss = (rebuilt + divergence):mean()

return mf.program {
    name = "vae",
    data = mf.data.idx { image = { "t10k-images-idx3-ubyte.gz", scale = { div = 255 } },
                         split = { train = 0.85, test = 0.15 } },
    train = mf.train {
        loss = loss, optimizer = mf.optim.Adam { lr = 1e-3 },
        metrics = { divergence = divergence:mean() },
        epochs = 10, seed = 1,
        valid = { split = "test" },
    },
    funcs = {
        encode = mf.func { inputs = { image }, outputs = { mean, log_variance }, dims = { B = 1 } },
        decode = mf.func { inputs = { z_in }, outputs = { decode(z_in):sigmoid():as "image" },
                           dims = { B = 1 } },
    },
}
