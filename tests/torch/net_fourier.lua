-- A layer in the lowest frequencies, by matrices that the script computes.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, N, M, W = mf.dim("B", 2), 15, 4, 4
local a, u = mf.input("a", { B, N }), mf.input("u", { B, N })
local cos, sin, grid = {}, {}, {}
for n = 1, N do
    cos[n], sin[n], grid[n] = {}, {}, (n - 1) / N
    for m = 1, M do
        local angle = 2 * math.pi * (n - 1) * (m - 1) / N
        cos[n][m], sin[n][m] = math.cos(angle), -math.sin(angle)
    end
end
cos, sin = mf.const(cos), mf.const(sin)
local enter, skip, leave = nn.Linear(2, W), nn.Linear(W, W), nn.Linear(W, 1)
local h = enter(mf.stack({ a, mf.const(grid):broadcast { B, N } }, -1))
local wr, wi = mf.param("wr", { M, W, W }), mf.param("wi", { M, W, W })
local function to(basis) return mf.einsum("bnw,nm->bmw", h, basis) end
local function mix(x, w) return mf.einsum("bmi,mio->bmo", x, w) end
local share = mf.const { 1, 2, 2, 2 }:unsqueeze(2) / N
local function from(x, basis) return mf.einsum("bmo,nm->bno", x * share, basis) end
local re, im = to(cos), to(sin)
local back = from(mix(re, wr) - mix(im, wi), cos) + from(mix(re, wi) + mix(im, wr), sin)
local out = leave((back + skip(h)):gelu()):squeeze(-1)
local params = nn.Sequential({ enter, skip, leave }):params()
params[#params + 1], params[#params + 2] = wr, wi
return require "net" ("fourier", { { a }, { u } }, params,
    { loss = ((out - u):norm(2) / u:norm(2)):mean(), optimizer = mf.optim.Adam { lr = 0.01, weight_decay = 0.01 } })
