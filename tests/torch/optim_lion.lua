local mf = require "mfc"
mf.dtype "f64"
return require "optim" ("lion", { optimizer = mf.optim.Lion { lr = 0.01 } })
