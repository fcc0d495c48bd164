-- image.lua - convolutions with padding, stride and groups, batch norm, pools, momentum,
-- clipping and a schedule.
local mf = require "mfc"
local rows = require "rows"
local nn = mf.nn

local B = mf.dim("B", 4)
local x, y = mf.input("x", { B, 2, 7, 5 }), mf.input("y", { B }, "i32")
local model = nn.Sequential {
    nn.Conv2d(2, 4, 3, { pad = 1 }), nn.BatchNorm(4), nn.ReLU(), nn.MaxPool2d(2, { stride = 1 }),
    nn.Residual(nn.Conv2d(4, 4, 3, { pad = 1, groups = 2, bias = false })), nn.SiLU(),
    nn.Conv2d(4, 6, 2, { stride = 2 }), nn.AvgPool2d(2, { stride = 1 }), nn.Flatten(),
    nn.Linear(12, 3),
}
local logits = model(x)

return mf.program {
    name = "image",
    data = mf.data.inline { x = rows.image(16, 2, 7, 5, 3), y = rows.class(16, 3, 4) },
    train = mf.train {
        loss = mf.loss.cross_entropy(logits, y),
        optimizer = mf.optim.SGD { lr = mf.optim.cosine { from = 0.05, warmup = 3, steps = 12 }, momentum = 0.9,
            nesterov = true, weight_decay = 1e-3 },
        clip_norm = 1, epochs = 4, seed = 2,
    },
    funcs = { predict = mf.func { inputs = { x }, outputs = { logits }, dims = { B = 1 } } },
}
