-- One trunk with heads for counts, amounts, quantiles, grades in order and times that
-- end early (Poisson, Tweedie, pinball, ordinal, Cox), weighted by learnt variances.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B = mf.dim("B", 6)
local x, price = mf.input("x", { B, 4 }), mf.input("price", { B, 1 })
local count, grade = mf.input("count", { B, 1 }, "i32"), mf.input("grade", { B }, "i32")
local time, ended = mf.input("time", { B }), mf.input("ended", { B }, "i32")
local all = nn.Sequential { nn.Linear(4, 8), nn.LayerNorm(8), nn.SiLU() }
local h = all(x)
local function head(n, options)
    local l = nn.Linear(8, n, options)
    all:add(l)
    return l(h)
end
local k = count:cast "f64"
local rate = head(1)
local poisson = (rate:exp() - k * rate):mean()
local mu, power = head(1), 1.5
local tweedie = ((mu * (2 - power)):exp() / (2 - power)
    - k * (mu * (1 - power)):exp() / (1 - power)):mean()
local q = mf.const { 0.1, 0.5, 0.9 }
local off = price - head(3)
local pinball = mf.maximum(q * off, (q - 1) * off):mean()
local steps = mf.param("steps", { 3 })
local above = mf.gt(grade:unsqueeze(-1), mf.arange(3)):cast "f64"
local ordinal = mf.loss.bce_logits(head(1, { bias = false }) - steps, above)
local risk = head(1):squeeze(-1)
local there = mf.ge(time:unsqueeze(1), time:unsqueeze(2))
local rest = mf.where(there, risk:unsqueeze(1), -math.huge):logsumexp(-1)
local dead = ended:cast "f64"
local cox = ((rest - risk) * dead):sum() / dead:sum():maximum(1)
local doubt = mf.param("doubt", { 5 })
local losses = mf.stack({ poisson, tweedie, pinball, ordinal, cox }, 1)
local params = all:params()
params[#params + 1], params[#params + 2] = steps, doubt
return require "net" ("heads", { { x }, { price }, { count, 5 }, { grade, 4 }, { time }, { ended, 2 } },
    params, { loss = ((-doubt):exp() * losses + doubt):sum(), optimizer = mf.optim.Adam { lr = 0.01 } })
