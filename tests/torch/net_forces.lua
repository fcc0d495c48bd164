-- An energy of continuous filters between atoms, whose gradient, the forces, is trained too.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, N, F, R = mf.dim("B", 2), 4, 5, 6
local kind, at = mf.input("kind", { B, N }, "i32"), mf.input("at", { B, N, 3 })
local energy, force = mf.input("energy", { B }), mf.input("force", { B, N, 3 })
local layers = nn.Sequential {}
local function layer(l) layers:add(l) return l end
local self = mf.eq(mf.arange(N):unsqueeze(2), mf.arange(N))
local d = at:unsqueeze(3) - at:unsqueeze(2)
local r = (d:square():sum(-1) + mf.where(self, 1, 0)):sqrt()
local near = (-4 * (r:unsqueeze(4) - mf.arange(R):cast "f64" / 2) ^ 2):exp()
local cut = mf.where(mf.logical_or(self, r:gt(3)), 0, 0.5 * (r * (math.pi / 3)):cos() + 0.5)
local h = layer(nn.Embedding(3, F))(kind)
for _ = 1, 2 do
    local w = layer(nn.Linear(R, F))(near):softplus() * cut:unsqueeze(4)
    local m = mf.einsum("bijf,bjf->bif", w, layer(nn.Linear(F, F))(h))
    h = h + layer(nn.Linear(F, F))(m):softplus()
end
local e = layer(nn.Linear(F, 1))(h):sum { 2, 3 }
local f = -mf.grad(e:sum(), at)
return require "net" ("forces", { { kind, 3 }, { at }, { energy }, { force } }, layers:params(),
    { loss = mf.loss.mse(f, force) + 0.1 * mf.loss.mse(e, energy), optimizer = mf.optim.Adam { lr = 0.01 } })
