-- lora.lua - low-rank adaptation (Hu et al. 2021): the matrices of a trained network stay
-- as they are, and each gets a product of two thin ones beside it, which alone are
-- trained; what is frozen costs nothing backward. Two phases with the same tensors, so
-- that the second starts from the file of the first:
--     mfc run lora.lua -D phase=1 -- --save base.safetensors
--     mfc run lora.lua -- --params base.safetensors

local mf = require "mfc"
local nn, init = mf.nn, mf.init

local rank, alpha = 4, 8
local phase = mf.dim("phase", 2)
local whole = { trainable = phase.value == 1 } -- the matrices
local thin = { trainable = phase.value == 2 }  -- the adapters

local B = mf.dim("B", 64)
local image = mf.input("image", { B, 784 })
local label = mf.input("label", { B }, "i32")

-- A linear layer with an adapter, which starts as zero.
local function adapted(i, inputs, outputs)
    local name = "linear" .. i
    local weight = mf.param(name .. ".weight", { inputs, outputs }, init.he_uniform(), whole)
    local bias = mf.param(name .. ".bias", { outputs }, init.zeros(), whole)
    local down = mf.param(name .. ".down", { inputs, rank }, init.he_uniform(), thin)
    local up = mf.param(name .. ".up", { rank, outputs }, init.zeros(), thin)
    return function(x)
        return x:mm(weight) + bias + (alpha / rank) * x:mm(down):mm(up)
    end
end

local model = nn.Sequential {
    adapted(1, 784, 128), nn.ReLU(),
    adapted(2, 128, 64), nn.ReLU(),
    adapted(3, 64, 10),
}
local logits = model(image)
local loss = mf.loss.cross_entropy(logits, label)

return mf.program {
    name = "lora",
    data = mf.data.idx {
        image = { "t10k-images-idx3-ubyte.gz", scale = { div = 255 } },
        label = "t10k-labels-idx1-ubyte.gz",
        split = { train = 0.85, test = 0.15 },
    },
    train = mf.train {
        loss = loss,
        optimizer = mf.optim.AdamW { lr = 1e-3 },
        metrics = { accuracy = mf.metric.accuracy(logits, label) },
        epochs = 3, seed = 1,
        valid = { split = "test" },
    },
    funcs = { predict = mf.func { inputs = { image }, outputs = { logits }, dims = { B = 1 } } },
}
