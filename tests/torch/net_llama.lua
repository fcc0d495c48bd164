-- Rotary places, keys shared by groups of heads, gated units, RMS norms, the embedding as output.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, T, V, heads, kv, hd = mf.dim("B", 2), 5, 7, 4, 2, 4
local D = heads * hd
local x, y = mf.input("x", { B, T }, "i32"), mf.input("y", { B, T }, "i32")
local layers = nn.Sequential {}
local function layer(l) layers:add(l) return l end
local function dense(i, o) return layer(nn.Linear(i, o, { bias = false })) end
local angle = {}
for t = 0, T - 1 do
    angle[t + 1] = { t, t / 100 }
end
angle = mf.const(angle)
local function turn(v)
    local a, b = v:split(2, -1)
    return mf.concat({ a * angle:cos() - b * angle:sin(), b * angle:cos() + a * angle:sin() }, -1)
end
local embed = layer(nn.Embedding(V, D))
local h = embed(x)
local n = layer(nn.RMSNorm(D))(h)
local function cut(v, count) return v:reshape { B, T, count, hd }:transpose(2, 3) end
local q, k, v = turn(cut(dense(D, D)(n), heads)), turn(cut(dense(D, kv * hd)(n), kv)), cut(dense(D, kv * hd)(n), kv)
local function shared(t) return t:expand(3, heads // kv):reshape { B, heads, T, hd } end
local s = mf.where(mf.causal_mask(T), q:mm(shared(k):T()) / math.sqrt(hd), -math.huge)
h = h + dense(D, D)(s:softmax():mm(shared(v)):transpose(2, 3):reshape { B, T, D })
n = layer(nn.RMSNorm(D))(h)
h = h + dense(11, D)(dense(D, 11)(n):silu() * dense(D, 11)(n))
local z = layer(nn.RMSNorm(D))(h):mm(embed.weight:T())
return require "net" ("llama", { { x, V }, { y, V } }, layers:params(),
    { loss = mf.loss.cross_entropy(z, y), optimizer = mf.optim.Adam { lr = 0.01 }, clip_norm = 1 })
