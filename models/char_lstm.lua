-- char_lstm.lua - the next character of a text by an embedding, one LSTM and a linear
-- layer over its outputs, on windows of 64 characters.

local mf = require "mfc"
local nn = mf.nn

local vocabulary, context = 65, 64
local B = mf.dim("B", 32)
local tokens = mf.input("tokens", { B, context }, "i32")
local target = mf.input("target", { B, context }, "i32")

local embedding = nn.Embedding(vocabulary, 128)
local lstm = nn.LSTM(128, 256)
local head = nn.Linear(256, vocabulary)

local hidden = lstm(embedding(tokens))
local logits = head(hidden)
local loss = mf.loss.cross_entropy(logits, target)

return mf.program {
    name = "char_lstm",
    data = mf.data.text { "tinyshakespeare.txt", x = "tokens", y = "target", context = context,
                          split = { train = 0.9, valid = 0.1 } },
    train = mf.train {
        loss = loss,
        optimizer = mf.optim.Adam { lr = 2e-3 },
        steps = 1000, seed = 1,
        valid = { split = "valid", every = 250, batches = 20 },
    },
    funcs = {
        logits = mf.func { inputs = { tokens }, outputs = { logits }, dims = { B = 1 } },
    },
}
