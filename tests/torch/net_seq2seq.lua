-- An encoder and a decoder with additive attention over what is no padding, fed with the
-- truth: a scan with a keyed carry and outs that reads much from outside.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, S, T, V, E, H = mf.dim("B", 2), 5, 4, 7, 3, 4
local src, before = mf.input("src", { B, S }, "i32"), mf.input("before", { B, T }, "i32")
local after = mf.input("after", { B, T }, "i32")
local layers = nn.Sequential {}
local function layer(l) layers:add(l) return l end
local enc, h0, c0 = layer(nn.LSTM(E, H))(layer(nn.Embedding(V, E))(src))
local given = layer(nn.Embedding(V, E))(before):permute { 2, 1, 3 }
local head = layer(nn.Linear(H, V))
local params = layers:params()
local function param(name, shape)
    params[#params + 1] = mf.param(name, shape)
    return params[#params]
end
local Wq, Wk, v = param("Wq", { H, H }), param("Wk", { H, H }), param("v", { H, 1 })
local W, U, b = param("W", { E + H, 4 * H }), param("U", { H, 4 * H }), param("b", { 4 * H })
local keys, padding = enc:mm(Wk), mf.eq(src, 0)
local _, outs = mf.scan(function(state, x)
    local h, c = state.h, state.c
    local e = (keys + h:mm(Wq):unsqueeze(2)):tanh():mm(v):squeeze(-1)
    local a = mf.where(padding, -1e9, e):softmax()
    local gates = mf.concat({ x, mf.einsum("bs,bsh->bh", a, enc) }, 2):mm(W) + h:mm(U) + b
    local i, f, g, o = gates:split(4, -1)
    c = f:sigmoid() * c + i:sigmoid() * g:tanh()
    h = o:sigmoid() * c:tanh()
    return { h = h, c = c }, { h = h, a = a }
end, { h = h0, c = c0 }, given)
local each = mf.loss.cross_entropy(head(outs.h:permute { 2, 1, 3 }), after,
    { reduce = "none", label_smoothing = 0.1 })
local real = mf.ne(after, 0):cast "f64"
local sharp = outs.a:square():sum(-1):mean()
return require "net" ("seq2seq", { { src, V }, { before, V }, { after, V } }, params, {
    loss = (each * real):sum() / real:sum():maximum(1) - 0.1 * sharp, clip_norm = 1,
    optimizer = mf.optim.AdamW { lr = mf.optim.cosine { from = 0.02, to = 0.001, warmup = 3 } } })
