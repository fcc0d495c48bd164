-- Exponential gates with a stabiliser: a matrix memory in its parallel form, and a memory of heads as a scan.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, T, d, h = mf.dim("B", 2), 5, 6, 2
local x, y = mf.input("x", { B, T, d }), mf.input("y", { B, T, d })
local qkv, gates, out, more = nn.Linear(d, 3 * d), nn.Linear(d, 2 * h), nn.Linear(d, d), nn.Linear(d, 4 * d)
local R = mf.param("R", { h, d // h, 4 * (d // h) })
local function heads(t) return t:reshape { B, T, h, d // h }:transpose(2, 3) end
local q, k, v = qkv(x):split(3, -1)
local i, f = gates(x):split(2, -1)
i, f = i:transpose(2, 3), f:logsigmoid():transpose(2, 3):cumsum(3)
local logD = mf.where(mf.causal_mask(T), f:unsqueeze(4) - f:unsqueeze(3) + i:unsqueeze(3), -math.huge)
local m = logD:max(-1, { keep = true })
local S = heads(q):matmul(heads(k):T()) * (logD - m):exp()
local n = S:sum(-1, { keep = true }):abs():maximum((-m):exp())
local u = x + out((S / n):matmul(heads(v)):transpose(2, 3):reshape { B, T, d })
local zero = mf.zeros { B, h, d // h }
local _, ys = mf.scan(function(s, g)
    local ig, fg, zg, og = (g + mf.einsum("bhk,hkg->bhg", s.y, R)):split(4, -1)
    fg = fg:logsigmoid()
    local top = mf.maximum(fg + s.m, ig)
    local a, b = (ig - top):exp(), (fg + s.m - top):exp()
    local c, norm = b * s.c + a * zg:tanh(), b * s.n + a
    local o = og:sigmoid() * c / norm:maximum(1e-6)
    return { c = c, n = norm, m = top, y = o }, o
end, { c = zero, n = zero, m = zero, y = zero }, more(u):transpose(1, 2):reshape { T, B, h, 4 * (d // h) })
local cost = mf.loss.mse(u + ys:transpose(1, 2):reshape { B, T, d }, y)
return require "net" ("exponential", { { x }, { y } },
    nn.Sequential({ qkv, gates, out, more, function() return R end }):params(),
    { loss = cost, optimizer = mf.optim.SGD { lr = 0.05 } })
