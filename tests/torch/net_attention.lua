-- A block as of today: root mean squares, rotary positions, one head of keys for all
-- heads of queries, a causal mask of minus infinity, a gated layer; Lion.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, T, V, D, H = mf.dim("B", 2), 6, 11, 8, 2
local x, y = mf.input("x", { B, T }, "i32"), mf.input("y", { B, T }, "i32")
local all = nn.Sequential {}
local function layer(l) all:add(l) return l end
local angle = {}
for i = 1, T do
    angle[i] = {}
    for j = 1, D // H // 2 do
        angle[i][j] = (i - 1) / 100 ^ (2 * (j - 1) * H / D)
    end
end
local cos, sin = mf.const(angle):cos(), mf.const(angle):sin()
local function turned(v)
    local a, b = v:split(2, -1)
    return mf.concat({ a * cos - b * sin, a * sin + b * cos }, -1)
end
local h = layer(nn.Embedding(V, D))(x)
local n = layer(nn.RMSNorm(D))(h)
local q = layer(nn.Linear(D, D))(n):reshape { B, T, H, D // H }:transpose(2, 3)
local k, v = layer(nn.Linear(D, D // H))(n):unsqueeze(2), layer(nn.Linear(D, D // H))(n):unsqueeze(2)
local scores = turned(q):mm(turned(k):T()) / math.sqrt(D // H)
local weights = mf.where(mf.causal_mask(T), scores, -math.huge):softmax()
h = h + layer(nn.Linear(D, D))(weights:mm(v):transpose(2, 3):flatten(3))
n = layer(nn.RMSNorm(D))(h)
local gate, up = layer(nn.Linear(D, 12))(n):silu(), layer(nn.Linear(D, 12))(n)
h = h + layer(nn.Linear(12, D))(gate * up)
local loss = mf.loss.cross_entropy(layer(nn.Linear(D, V, { bias = false }))(h), y)
return require "net" ("attention", { { x, V }, { y, V } }, all:params(),
    { loss = loss, optimizer = mf.optim.Lion { lr = 0.001 } })
