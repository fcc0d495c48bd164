-- A normalising flow of affine couplings.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, D = mf.dim("B", 6), 4
local x = mf.input("x", { B, D })
local all = nn.Sequential {}
local function layer(l) all:add(l) return l end
local z, logdet = x, mf.zeros { B }
for _ = 1, 3 do
    local a, b = z:split(2, 2)
    local h = layer(nn.Linear(2, 5))(a):elu()
    local s, t = layer(nn.Linear(5, 2))(h):tanh(), layer(nn.Linear(5, 2))(h)
    z = mf.concat({ b * s:exp() + t, a }, 2)
    logdet = logdet + s:sum(2)
end
local logp = -0.5 * z:square():sum(2) - D / 2 * math.log(2 * math.pi) + logdet
return require "net" ("flow", { { x } }, all:params(),
    { loss = -logp:mean(), optimizer = mf.optim.Adagrad { lr = 0.02 } })
