local mf = require "mfc"
mf.dtype "f64"
return require "optim" ("adamax", { optimizer = mf.optim.Adamax { lr = 0.02, weight_decay = 0.01 } })
