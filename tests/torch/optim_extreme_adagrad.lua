local mf = require "mfc"
return require "extreme" ("adagrad", mf.optim.Adagrad { lr = 0.05 })
