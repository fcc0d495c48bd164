-- Attention within a sliding window by chunks that overlap, a first token that everyone sees, both in one softmax.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, T, w, d, h = mf.dim("B", 2), 9, 3, 4, 2
local C = T // w
local ids, label, none = mf.input("ids", { B, T }, "i32"), mf.input("label", { B }, "i32"), mf.input("none", { B, T }, "i32")
local emb, qkv, out = nn.Embedding(7, d), nn.Linear(d, 3 * d), nn.Linear(d, 3)
local x = emb(ids)
local function around(t, value)
    local p, parts = t:pad({ { 0, 0 }, { w, w }, { 0, 0 } }, value), {}
    for i = 0, 2 do
        parts[i + 1] = p:slice(2, 1 + i * w, T + i * w):reshape { B, C, w, t.shape[3] }
    end
    return mf.concat(parts, 3)
end
local q, k, v = qkv(x):split(3, -1)
local function heads(t, n) return t:reshape { B, C, n, h, d // h } end
local gone = around(none:cast("f64"):unsqueeze(-1), 1):squeeze(-1)
local near = (mf.arange(3 * w) - mf.arange(w):unsqueeze(2) - w):abs():le(w)
local s = mf.einsum("bcihd,bcjhd->bchij", heads(q, w), heads(around(k, 0), 3 * w))
s = mf.where(mf.logical_and(near, gone:lt(0.5):reshape { B, C, 1, 1, 3 * w }), s, -1e9)
local k1, v1 = k:select(2, 1):reshape { B, h, d // h }, v:select(2, 1):reshape { B, h, d // h }
local first = mf.einsum("bcihd,bhd->bchi", heads(q, w), k1):unsqueeze(-1)
local p = mf.concat({ first, s }, -1):softmax()
local y = mf.einsum("bchij,bcjhd->bcihd", p:slice(5, 2, -1), heads(around(v, 0), 3 * w))
    + mf.einsum("bchi,bhd->bcihd", p:select(5, 1), v1)
local logits = out((x + y:reshape { B, T, d }):max(2))
return require "net" ("sliding", { { ids, 7 }, { label, 3 }, { none, 2 } }, nn.Sequential({ emb, qkv, out }):params(),
    { loss = mf.loss.cross_entropy(logits, label), optimizer = mf.optim.SGD { lr = 0.1 } })
