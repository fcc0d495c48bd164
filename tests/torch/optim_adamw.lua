local mf = require "mfc"
mf.dtype "f64"
return require "optim" ("adamw", { optimizer = mf.optim.AdamW { lr = 0.01, weight_decay = 0.1 } })
