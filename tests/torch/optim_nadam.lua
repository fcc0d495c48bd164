local mf = require "mfc"
mf.dtype "f64"
return require "optim" ("nadam", { optimizer = mf.optim.NAdam { lr = 0.02, weight_decay = 0.01 } })
