local mf = require "mfc"
return require "extreme" ("rmsprop", mf.optim.RMSprop { lr = 0.01 })
