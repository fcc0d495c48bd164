local mf = require "mfc"
mf.dtype "f64"
return require "optim" ("multistep", { optimizer = mf.optim.SGD { lr = mf.optim.multistep { from = 0.1, factor = 0.5, at = { 2, 5, 7 } } } })
