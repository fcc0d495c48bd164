-- mnist_cnn.lua - handwritten digits by two convolutions, a pool and two dense layers,
-- with dropout. Trains on the first 8,500 digits of the MNIST test set and reports the
-- last 1,500.

local mf = require "mfc"
local nn = mf.nn

local B = mf.dim("B", 64)
local image = mf.input("image", { B, 1, 28, 28 })
local label = mf.input("label", { B }, "i32")

local model = nn.Sequential {
    nn.Conv2d(1, 32, 3), nn.ReLU(),      -- 32 x 26 x 26
    nn.Conv2d(32, 64, 3), nn.ReLU(),     -- 64 x 24 x 24
    nn.MaxPool2d(2), nn.Dropout(0.25),   -- 64 x 12 x 12
    nn.Flatten(),
    nn.Linear(64 * 12 * 12, 128), nn.ReLU(), nn.Dropout(0.5),
    nn.Linear(128, 10),
}
local logits = model(image)
local loss = mf.loss.cross_entropy(logits, label)

return mf.program {
    name = "mnist_cnn",
    data = mf.data.idx {
        image = { "t10k-images-idx3-ubyte.gz", scale = { div = 255 } },
        label = "t10k-labels-idx1-ubyte.gz",
        split = { train = 0.85, test = 0.15 },
    },
    train = mf.train {
        loss = loss,
        optimizer = mf.optim.SGD { lr = 0.02, momentum = 0.9 },
        metrics = { accuracy = mf.metric.accuracy(logits, label) },
        epochs = 6, seed = 1,
        valid = { split = "test" },
    },
    funcs = {
        predict = mf.func { inputs = { image }, outputs = { logits, logits:argmax(-1):as "digit" },
                            dims = { B = 1 } },
    },
}
