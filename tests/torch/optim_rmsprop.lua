local mf = require "mfc"
mf.dtype "f64"
return require "optim" ("rmsprop", { optimizer = mf.optim.RMSprop { lr = 0.01 } })
