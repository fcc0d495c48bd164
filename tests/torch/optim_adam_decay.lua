local mf = require "mfc"
mf.dtype "f64"
return require "optim" ("adam_decay", { optimizer = mf.optim.Adam { lr = 0.01, betas = { 0.8, 0.9 }, weight_decay = 0.1 } })
