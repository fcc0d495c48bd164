local mf = require "mfc"
mf.dtype "f64"
return require "optim" ("radam", { optimizer = mf.optim.RAdam { lr = 0.02, betas = { 0.9, 0.99 }, weight_decay = 0.01 } })
