-- dense.lua - layers with odd widths, dropout, a norm, Adam, shuffled rows, metrics.
local mf = require "mfc"
local rows = require "rows"
local nn = mf.nn

local B = mf.dim("B", 6)
local x, y = mf.input("x", { B, 7 }), mf.input("y", { B }, "i32")
local model = nn.Sequential { nn.Linear(7, 19), nn.ReLU(), nn.LayerNorm(19), nn.Dropout(0.3),
    nn.Linear(19, 17), nn.GELU(), nn.Linear(17, 3) }
local logits = model(x)

return mf.program {
    name = "dense",
    data = mf.data.inline { x = rows.real(32, 7, 1), y = rows.class(32, 3, 2) },
    train = mf.train {
        loss = mf.loss.cross_entropy(logits, y, { label_smoothing = 0.1 }),
        optimizer = mf.optim.Adam { lr = 0.01 },
        metrics = { accuracy = mf.metric.accuracy(logits, y) },
        epochs = 3, seed = 5,
    },
    funcs = {
        predict = mf.func { inputs = { x }, outputs = { logits:softmax():as "p" }, dims = { B = 1 } },
    },
}
