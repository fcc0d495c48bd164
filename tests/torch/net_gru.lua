-- Tokens, an embedding, two layers of GRU, the last output; gradients clipped one by one.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B = mf.dim("B", 3)
local x, y = mf.input("x", { B, 5 }, "i32"), mf.input("y", { B }, "i32")
local embedding, gru, head = nn.Embedding(13, 4), nn.GRU(4, 6, { layers = 2 }), nn.Linear(6, 3)
local logits = head((gru(embedding(x))):select(2, -1))
return require "net" ("gru", { { x, 13 }, { y, 3 } },
    nn.Sequential { embedding, gru, head }:params(),
    { loss = mf.loss.cross_entropy(logits, y, { label_smoothing = 0.1 }),
      optimizer = mf.optim.Adam { lr = 0.01 }, clip_value = 0.02 })
