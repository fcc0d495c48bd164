local mf = require "mfc"
mf.dtype "f64"
return require "optim" ("batch_norm", { optimizer = mf.optim.SGD { lr = 0.1 } }, mf.nn.BatchNorm(5))
