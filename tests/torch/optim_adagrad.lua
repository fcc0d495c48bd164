local mf = require "mfc"
mf.dtype "f64"
return require "optim" ("adagrad", { optimizer = mf.optim.Adagrad { lr = 0.05 } })
