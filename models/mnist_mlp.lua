-- mnist_mlp.lua - handwritten digits by three dense layers, 784-128-64-10. Trains on the
-- first 8,500 digits of the MNIST test set and reports the last 1,500.

local mf = require "mfc"
local nn = mf.nn

local B = mf.dim("B", 64)
local image = mf.input("image", { B, 784 })
local label = mf.input("label", { B }, "i32")

local model = nn.Sequential {
    nn.Linear(784, 128), nn.ReLU(),
    nn.Linear(128, 64), nn.ReLU(),
    nn.Linear(64, 10),
}
local logits = model(image)
local loss = mf.loss.cross_entropy(logits, label)

return mf.program {
    name = "mnist_mlp",
    data = mf.data.idx {
        image = { "t10k-images-idx3-ubyte.gz", scale = { div = 255 } },
        label = "t10k-labels-idx1-ubyte.gz",
        split = { train = 0.85, test = 0.15 },
    },
    train = mf.train {
        loss = loss,
        optimizer = mf.optim.SGD { lr = 0.05, momentum = 0.9 },
        metrics = { accuracy = mf.metric.accuracy(logits, label) },
        epochs = 10, seed = 1,
        valid = { split = "test" },
    },
    funcs = {
        predict = mf.func { inputs = { image }, outputs = { logits, logits:argmax(-1):as "digit" },
                            dims = { B = 1 } },
    },
}
