local mf = require "mfc"
mf.dtype "f64"
return require "optim" ("clip_norm", { optimizer = mf.optim.SGD { lr = 0.1 }, clip_norm = 0.3 })
