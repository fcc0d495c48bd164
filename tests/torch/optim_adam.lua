local mf = require "mfc"
mf.dtype "f64"
return require "optim" ("adam", { optimizer = mf.optim.Adam { lr = 0.01 } })
