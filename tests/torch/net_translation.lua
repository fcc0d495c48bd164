-- From one sequence to another: an encoder with padding, a decoder that attends to it, and
-- dropout of everything, which leaves what a layer does without.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, S, T, V, D = mf.dim("B", 2), mf.dim("S", 6), mf.dim("T", 5), 7, 8
local src, tgt = mf.input("src", { B, S }, "i32"), mf.input("tgt", { B, T }, "i32")
local truth = mf.input("truth", { B, T }, "i32")
local all = nn.Sequential {}
local function layer(l) all:add(l) return l end
local embed = layer(nn.Embedding(V, D))
local there = src:ne(1):reshape { B, 1, 1, S }
local h = layer(nn.LayerNorm(D))(embed(src) + layer(nn.MultiHeadAttention(D, 2))(embed(src), there))
h = h + layer(nn.GRU(D, D, { layers = 2, dropout = 1 }))(h)
local y = embed(tgt)
y = y + layer(nn.MultiHeadAttention(D, 2, { causal = true }))(y)
y = layer(nn.LayerNorm(D))(y + layer(nn.MultiHeadAttention(D, 4))(y, h, there))
y = y + layer(nn.MultiHeadAttention(D, 2, { bias = false }))(y, h)
    + layer(nn.MultiHeadAttention(D, 2, { dropout = 1 }))(y)
local loss = mf.loss.cross_entropy(y:mm(embed.weight:T()), mf.where(tgt:ne(0), truth, -100),
    { ignore_index = -100 })
return require "net" ("translation", { { src, V }, { tgt, V }, { truth, V } }, all:params(),
    { loss = loss, optimizer = mf.optim.SGD { lr = 0.05, momentum = 0.9 } })
