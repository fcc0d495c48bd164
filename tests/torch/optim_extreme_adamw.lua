local mf = require "mfc"
return require "extreme" ("adamw", mf.optim.AdamW { lr = 0.01, weight_decay = 0.1 })
