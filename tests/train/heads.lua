-- heads.lua - attention with as many scores as make one kernel of all that is done with
-- a head, forward and backward (loop_merge.c).
local mf = require "mfc"
local rows = require "rows"
local nn = mf.nn

local B, T, D = mf.dim("B", 8), 48, 12
local ids, target = mf.input("ids", { B, T }, "i32"), mf.input("target", { B, T }, "i32")
local embed = nn.Embedding(7, D)
local h = embed(ids)
h = h + nn.MultiHeadAttention(D, 4, { causal = true })(nn.LayerNorm(D)(h))
local logits = h:mm(embed.weight:T())

return mf.program {
    name = "heads",
    data = mf.data.inline { ids = rows.class(16, 7, 5, T), target = rows.class(16, 7, 6, T) },
    train = mf.train {
        loss = mf.loss.cross_entropy(logits, target),
        optimizer = mf.optim.SGD { lr = 0.1 }, epochs = 2, seed = 9,
    },
    funcs = { predict = mf.func { inputs = { ids }, outputs = { logits }, dims = { B = 1 } } },
}
