-- A selective state space: a causal depthwise convolution, steps and matrices that
-- depend on the input, a state of two axes in a scan.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, T, V, D, N, K = mf.dim("B", 2), 7, 6, 4, 3, 3
local x, y = mf.input("x", { B, T }, "i32"), mf.input("y", { B, T }, "i32")
local layers = nn.Sequential {}
local function layer(l) layers:add(l) return l end
local h = layer(nn.Embedding(V, D))(x)
local u, z = layer(nn.Linear(D, 2 * D, { bias = false }))(layer(nn.RMSNorm(D))(h)):split(2, -1)
u = layer(nn.Conv1d(D, D, K, { groups = D }))(u:transpose(2, 3):pad { { 0, 0 }, { 0, 0 }, { K - 1, 0 } })
u = u:transpose(2, 3):silu()
local mixed = layer(nn.Linear(D, 1 + 2 * N, { bias = false }))(u)
local dt = layer(nn.Linear(1, D))(mixed:slice(-1, 1, 1)):softplus()
local out, head = layer(nn.Linear(D, D, { bias = false })), layer(nn.Linear(D, V))
local params = layers:params()
params[#params + 1] = mf.param("logA", { D, N })
params[#params + 1] = mf.param("skip", { D })
local A, skip = -params[#params - 1]:exp(), params[#params]
local function time_first(t) return t:transpose(1, 2) end
local _, ys = mf.scan(function(s, now)
    s = (now.dt:unsqueeze(-1) * A):exp() * s
        + now.dt:unsqueeze(-1) * now.b:unsqueeze(2) * now.u:unsqueeze(-1)
    return s, (s * now.c:unsqueeze(2)):sum(-1)
end, mf.zeros { B, D, N }, { u = time_first(u), dt = time_first(dt),
    b = time_first(mixed:slice(-1, 2, 1 + N)), c = time_first(mixed:slice(-1, 2 + N, -1)) })
h = h + out((time_first(ys) + u * skip) * z:silu())
return require "net" ("mamba", { { x, V }, { y, V } }, params, {
    loss = mf.loss.cross_entropy(head(h), y), optimizer = mf.optim.Adam { lr = 0.01 }, clip_value = 0.02 })
