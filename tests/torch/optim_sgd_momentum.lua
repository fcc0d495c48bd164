local mf = require "mfc"
mf.dtype "f64"
return require "optim" ("sgd_momentum", { optimizer = mf.optim.SGD { lr = 0.1, momentum = 0.9, weight_decay = 0.01 } })
