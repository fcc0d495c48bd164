local mf = require "mfc"
mf.dtype "f64"
return require "optim" ("sgd", { optimizer = mf.optim.SGD { lr = 0.1 } })
