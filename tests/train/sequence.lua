-- sequence.lua - an embedding, a GRU and an LSTM (loops forward and back), AdamW.
local mf = require "mfc"
local rows = require "rows"
local nn = mf.nn

local B = mf.dim("B", 3)
local ids, next_ids = mf.input("ids", { B, 9 }, "i32"), mf.input("next_ids", { B, 9 }, "i32")
local h = nn.Embedding(11, 5)(ids)
h = nn.GRU(5, 7)(h)
h = nn.LSTM(7, 6)(h)
local logits = nn.Linear(6, 11)(h)

return mf.program {
    name = "sequence",
    data = mf.data.inline { ids = rows.class(12, 11, 7, 9), next_ids = rows.class(12, 11, 8, 9) },
    train = mf.train {
        loss = mf.loss.cross_entropy(logits, next_ids),
        optimizer = mf.optim.AdamW { lr = 0.01, weight_decay = 0.1, decay = "matrices" },
        epochs = 3, seed = 3,
    },
    funcs = { predict = mf.func { inputs = { ids }, outputs = { logits }, dims = { B = 1 } } },
}
