-- Counts by a zero-inflated negative binomial whose spread is learnt, an encoder of their logarithms; classes with
-- the Dirichlet distribution of what is known about them: logarithms of the gamma function and their derivative.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, G, L, C = mf.dim("B", 5), 7, 2, 3
local counts, label = mf.input("counts", { B, G }, "i32"), mf.input("label", { B }, "i32")
local noise = mf.input("noise", { B, L })
local x = counts:cast "f64"
local size = x:sum(-1, { keep = true }):maximum(1)
local layers = nn.Sequential { nn.Linear(G, 6), nn.SELU(), nn.Linear(6, 2 * L) }
local mean, spread = layers(x:log1p()):split(2, -1)
local z = mean + (spread / 2):exp() * noise
local decoder = nn.Linear(L, 2 * G)
local rate, drop = decoder(z):split(2, -1)
rate = rate:softmax() * size
local theta = mf.param("theta", { G })
local t = theta:exp()
local both = (t + rate):log()
local none = t * (t:log() - both) - drop
local zero = none:softplus() - (-drop):softplus()
local more = none - (-drop):softplus() + x * (rate:log() - both) + (x + t):lgamma() - t:lgamma() - (x + 1):lgamma()
local likely = mf.where(counts:eq(0), zero, more):sum(-1)
local kl = (mean:square() + spread:exp() - 1 - spread):sum(-1) / 2
local head = nn.Linear(L, C)
local alpha = head(mean):softplus() + 1
local hot = mf.one_hot(label, C)
local function all(v) return v:sum(-1, { keep = true }) end
local known = (hot * (all(alpha):digamma() - alpha:digamma())):sum(-1)
local rest = hot + (1 - hot) * alpha
local far = all(rest):lgamma() - math.log(2) - all(rest:lgamma())
    + all((rest - 1) * (rest:digamma() - all(rest):digamma()))
layers:add(decoder):add(head)
local params = layers:params()
params[#params + 1] = theta
return require "net" ("counts", { { counts, 4 }, { label, C }, { noise } }, params, {
    loss = (known - likely):mean() + mf.minimum(1, mf.step() / 4) * (kl:mean() + far:mean()),
    clip_norm = 5, optimizer = mf.optim.SGD { lr = 0.01, momentum = 0.9, weight_decay = 1e-3 } })
