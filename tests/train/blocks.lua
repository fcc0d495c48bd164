-- blocks.lua - blocks that repeat themselves: their calls are loops, their tensors and
-- work arrays are arrays; with dropout, whose streams differ from turn to turn, and
-- running statistics.
local mf = require "mfc"
local rows = require "rows"
local nn = mf.nn

local B = mf.dim("B", 6)
local x, y = mf.input("x", { B, 8 }), mf.input("y", { B }, "i32")
local h = nn.Linear(8, 6)(x)
for _ = 1, 5 do
    h = nn.Residual(nn.Sequential { nn.LayerNorm(6), nn.Linear(6, 9), nn.GELU(),
        nn.Dropout(0.2), nn.Linear(9, 6) })(h)
end
for _ = 1, 4 do
    h = nn.Sequential { nn.Linear(6, 6), nn.BatchNorm(6), nn.ReLU() }(h)
end
local logits = nn.Linear(6, 3)(h)

return mf.program {
    name = "blocks",
    data = mf.data.inline { x = rows.real(32, 8, 1), y = rows.class(32, 3, 2) },
    train = mf.train {
        loss = mf.loss.cross_entropy(logits, y),
        optimizer = mf.optim.AdamW { lr = 0.01, weight_decay = 0.1, decay = "matrices" },
        metrics = { accuracy = mf.metric.accuracy(logits, y) },
        epochs = 3, seed = 5, clip_norm = 1,
    },
    funcs = {
        predict = mf.func { inputs = { x }, outputs = { logits:softmax():as "p" }, dims = { B = 1 } },
    },
}
