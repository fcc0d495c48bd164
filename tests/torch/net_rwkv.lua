-- Weights that decay with time, kept from overflow by the largest exponent so far, mixed with the step before.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, T, V, D = mf.dim("B", 2), 6, 5, 4
local x, y = mf.input("x", { B, T }, "i32"), mf.input("y", { B, T }, "i32")
local layers = nn.Sequential {}
local function layer(l) layers:add(l) return l end
local function dense(i, o) return layer(nn.Linear(i, o, { bias = false })) end
local mix, decay, bonus = mf.param("mix", { 3, D }), mf.param("decay", { D }), mf.param("bonus", { D })
local h = layer(nn.Embedding(V, D))(x)
local n = layer(nn.LayerNorm(D))(h)
local before = n:pad { { 0, 0 }, { 1, 0 }, { 0, 0 } }:slice(2, 1, T)
local function mixed(i)
    local m = mix:select(1, i)
    return n * m + before * (1 - m)
end
local k, v, r = dense(D, D)(mixed(1)), dense(D, D)(mixed(2)), dense(D, D)(mixed(3)):sigmoid()
local function turn(s, w, t) -- the sums after one more step
    local p = mf.maximum(s.p + w, t.k)
    local old, new = (s.p + w - p):exp(), (t.k - p):exp()
    return { a = old * s.a + new * t.v, b = old * s.b + new, p = p }
end
local _, mean = mf.scan(function(s, t)
    local now = turn(s, mf.zeros { D }, { k = bonus + t.k, v = t.v })
    return turn(s, -decay:exp(), t), now.a / now.b
end, { a = mf.zeros { B, D }, b = mf.zeros { B, D }, p = mf.full({ B, D }, -1e30) },
    { k = k:transpose(1, 2), v = v:transpose(1, 2) })
h = h + dense(D, D)(r * mean:transpose(1, 2))
h = h + dense(9, D)(dense(D, 9)(layer(nn.LayerNorm(D))(h)):relu():square())
local z = dense(D, V)(h)
local params = layers:params()
for _, p in ipairs { mix, decay, bonus } do params[#params + 1] = p end
return require "net" ("rwkv", { { x, V }, { y, V } }, params,
    { loss = mf.loss.cross_entropy(z, y), optimizer = mf.optim.Adam { lr = 0.01 } })
