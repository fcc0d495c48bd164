-- Long filters that a small network makes of positions: depthwise convolutions as long
-- as the sequence, between gates; PyTorch does them by the Fourier transform.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, T, D = mf.dim("B", 2), 16, 3
local x, y = mf.input("x", { B, T, D }), mf.input("y", { B, T, D })
local where = {}
for t = 0, T - 1 do
    where[t + 1] = { t / T, math.sin(2 * math.pi * t / T), math.cos(2 * math.pi * t / T) }
end
local at = mf.const(where)
local decay = mf.param("decay", { D })
local mix, short = nn.Linear(D, 3 * D), nn.Conv1d(3 * D, 3 * D, 3, { groups = 3 * D, pad = 2 })
local one, two, out = nn.Linear(3, 5), nn.Linear(5, D), nn.Linear(D, D)
local filter = two((3 * one(at)):sin()) * (-at:slice(2, 1, 1) * decay:abs()):exp()
local function long(u)
    local taps = filter:T():flip(-1):unsqueeze(2)
    return u:pad { { 0, 0 }, { 0, 0 }, { T - 1, 0 } }:conv1d(taps, { groups = D })
end
local q, k, v = short(mix(x):transpose(2, 3)):slice(3, 1, T):split(3, 2)
local p = out((q * long(k * v)):transpose(2, 3))
local params = nn.Sequential { mix, short, one, two, out }:params()
params[#params + 1] = decay
return require "net" ("hyena", { { x }, { y } }, params,
    { loss = mf.loss.mse(p, y), optimizer = mf.optim.Adam { lr = 0.01 } })
