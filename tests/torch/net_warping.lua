-- Soft dynamic time warping: a scan along the columns in every turn of one along the rows.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, N, g = mf.dim("B", 3), 5, 0.5
local past, want = mf.input("past", { B, N }), mf.input("want", { B, N })
local model = nn.Sequential { nn.Linear(N, 6), nn.Tanh(), nn.Linear(6, N) }
local apart = (model(past):unsqueeze(3) - want:unsqueeze(2)):square():permute { 2, 3, 1 }
local far = mf.full({ B }, 1e4)
local function least(...) return -g * (mf.stack({ ... }, 1) / -g):logsumexp(1) end
local last = mf.scan(function(row, d)
    local _, out = mf.scan(function(left, s)
        local r = s.d + least(s.up, s.corner, left)
        return r, r
    end, far, { d = d, up = row:slice(1, 2, -1), corner = row:slice(1, 1, N) })
    return mf.concat({ far:unsqueeze(1), out }, 1)
end, mf.concat({ mf.zeros { 1, B }, mf.full({ N, B }, 1e4) }, 1), apart)
return require "net" ("warping", { { past }, { want } }, model:params(),
    { loss = last:select(1, N + 1):mean(), optimizer = mf.optim.Adam { lr = 0.01 } })
