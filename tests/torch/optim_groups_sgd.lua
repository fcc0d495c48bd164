local mf = require "mfc"
mf.dtype "f64"
local function rate(p) return p.rank == 2 and 0.05 or 0.01 end
local function decay(p) return p.rank == 2 and 0.1 or 0 end
return require "optim" ("groups_sgd", { optimizer = mf.optim.SGD { lr = rate, weight_decay = decay, momentum = 0.9 } })
