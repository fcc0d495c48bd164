local mf = require "mfc"
mf.dtype "f64"
return require "optim" ("adadelta", { optimizer = mf.optim.Adadelta { lr = 0.5, weight_decay = 0.01 } })
