local mf = require "mfc"
return require "extreme" ("lion", mf.optim.Lion { lr = 0.01 })
