-- A Turing machine: five carries, addresses by content, shifted in a ring and sharpened by a power.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, T, X, M, N, D = mf.dim("B", 2), 4, 3, 4, 5, 6
local x, y = mf.input("x", { B, T, X }), mf.input("y", { B, T, X })
local layers = nn.Sequential { nn.Linear(X + M + D, D), nn.Linear(D, M + 6),
    nn.Linear(D, 3 * M + 6), nn.Linear(D + M, X) }
local control, reads, writes, out = table.unpack(layers.layers)
local start = mf.param("start", { N, M })
local function address(raw, w, mem)
    local k, s = raw:slice(2, 1, M):tanh(), raw:slice(2, M + 3, M + 5):softmax()
    local function at(i) return raw:slice(2, M + i, M + i) end
    local like = (mem * k:unsqueeze(2)):sum(-1) / (mem:norm(-1) * k:norm(-1, { keep = true }) + 1e-8)
    local g = at(2):sigmoid()
    w = g * (at(1):softplus() * like):softmax() + (1 - g) * w
    local before = mf.concat({ w:slice(2, 2, N), w:slice(2, 1, 1) }, 2)
    local after = mf.concat({ w:slice(2, N, N), w:slice(2, 1, N - 1) }, 2)
    w = (before * s:slice(2, 1, 1) + w * s:slice(2, 2, 2) + after * s:slice(2, 3, 3)) ^ (1 + at(6):softplus())
    return w / w:sum(-1, { keep = true })
end
local even = mf.full({ B, N }, 1 / N)
local _, ys = mf.scan(function(s, v)
    local h = control(mf.concat({ v, s.r, s.h }, 2)):tanh()
    local raw = writes(h)
    local ww = address(raw, s.ww, s.mem)
    local keep = 1 - ww:unsqueeze(-1) * raw:slice(2, M + 7, 2 * M + 6):sigmoid():unsqueeze(2)
    local mem = s.mem * keep + ww:unsqueeze(-1) * raw:slice(2, 2 * M + 7, -1):tanh():unsqueeze(2)
    local wr = address(reads(h), s.wr, mem)
    local r = mf.einsum("bn,bnm->bm", wr, mem)
    return { h = h, mem = mem, r = r, wr = wr, ww = ww }, out(mf.concat({ h, r }, 2))
end, { h = mf.zeros { B, D }, mem = start:expand(1, B), r = mf.zeros { B, M }, wr = even, ww = even },
    x:transpose(1, 2))
local params = layers:params()
params[#params + 1] = start
return require "net" ("memory", { { x }, { y } }, params, { clip_norm = 1,
    loss = mf.loss.mse(ys:transpose(1, 2), y), optimizer = mf.optim.RMSprop { lr = 0.005, alpha = 0.95 } })
