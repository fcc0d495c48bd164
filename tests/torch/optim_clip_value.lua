local mf = require "mfc"
mf.dtype "f64"
return require "optim" ("clip_value", { optimizer = mf.optim.SGD { lr = 0.1 }, clip_value = 0.05 })
