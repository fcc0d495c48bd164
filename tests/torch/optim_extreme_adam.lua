local mf = require "mfc"
return require "extreme" ("adam", mf.optim.Adam { lr = 0.01 })
