-- resnet20.lua - the residual network of He et al. 2015 for 32 x 32 images: three stages
-- of three blocks with 16, 32 and 64 channels, batch norm, shortcuts without parameters
-- (every second pixel, zeros for the new channels). Feed it CIFAR-10 as two NPY files.

local mf = require "mfc"
local nn, init = mf.nn, mf.init

local B = mf.dim("B", 128)
local image = mf.input("image", { B, 3, 32, 32 })
local label = mf.input("label", { B }, "i32")

local function conv(inputs, outputs, stride)
    return nn.Conv2d(inputs, outputs, 3,
        { stride = stride, pad = 1, bias = false, init = init.he_normal() })
end

local function shortcut(x, inputs, outputs)
    if inputs == outputs then
        return x
    end
    local more = (outputs - inputs) // 2
    return x:slice(3, 1, -1, 2):slice(4, 1, -1, 2)
        :pad { { 0, 0 }, { more, more }, { 0, 0 }, { 0, 0 } }
end

local function block(inputs, outputs, stride)
    local inner = nn.Sequential {
        conv(inputs, outputs, stride), nn.BatchNorm(outputs), nn.ReLU(),
        conv(outputs, outputs, 1), nn.BatchNorm(outputs),
    }
    return function(x)
        return mf.relu(inner(x) + shortcut(x, inputs, outputs))
    end
end

local model = nn.Sequential { conv(3, 16, 1), nn.BatchNorm(16), nn.ReLU() }
local inputs = 16
for stage, outputs in ipairs { 16, 32, 64 } do
    for i = 1, 3 do
        model:add(block(inputs, outputs, (stage > 1 and i == 1) and 2 or 1))
        inputs = outputs
    end
end
model:add(function(x) return x:mean { 3, 4 } end)
model:add(nn.Linear(64, 10))

local logits = model(image)
local loss = mf.loss.cross_entropy(logits, label)

return mf.program {
    name = "resnet20",
    data = mf.data.npy { image = { "cifar10-images.npy", scale = { sub = 127.5, div = 64 } },
                         label = "cifar10-labels.npy",
                         split = { train = 0.9, valid = 0.1 } },
    train = mf.train {
        loss = loss,
        optimizer = mf.optim.SGD {
            lr = mf.optim.step { from = 0.1, factor = 0.1, every = 24000 },
            momentum = 0.9, weight_decay = 1e-4,
        },
        metrics = { accuracy = mf.metric.accuracy(logits, label) },
        steps = 64000, seed = 1,
        valid = { split = "valid" },
    },
    funcs = { predict = mf.func { inputs = { image }, outputs = { logits }, dims = { B = 1 } } },
}
