-- attention.lua - two blocks of a transformer, in f64, with rows drawn with replacement.
local mf = require "mfc"
mf.dtype "f64"
local rows = require "rows"
local nn = mf.nn

local B, T, D = mf.dim("B", 3), 7, 12
local ids, target = mf.input("ids", { B, T }, "i32"), mf.input("target", { B, T }, "i32")
local embed, place = nn.Embedding(13, D), mf.param("place", { T, D }, mf.init.normal { std = 0.1 })
local h = embed(ids) + place
for _ = 1, 2 do
    h = h + nn.MultiHeadAttention(D, 3, { causal = true })(nn.LayerNorm(D)(h))
    h = h + nn.Linear(2 * D, D)(nn.Linear(D, 2 * D)(nn.RMSNorm(D)(h)):gelu_tanh()):dropout(0.1)
end
local logits = h:mm(embed.weight:T()) -- the head is the embedding

return mf.program {
    name = "attention",
    data = mf.data.inline { ids = rows.class(9, 13, 5, T), target = rows.class(9, 13, 6, T) },
    train = mf.train {
        loss = mf.loss.cross_entropy(logits, target),
        optimizer = mf.optim.Lion { lr = 1e-3 },
        shuffle = "replacement", epochs = 4, seed = 9,
    },
    funcs = { predict = mf.func { inputs = { ids }, outputs = { logits }, dims = { B = 1 } } },
}
