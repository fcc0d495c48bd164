local mf = require "mfc"
local x = mf.input("x", { 10, 13 })
local W = mf.param("W", { 13, 4 })
return mf.program { train = mf.train {
  loss = x:mm(W):sum(), optimizer = mf.optim.SGD { lr = 0.1 }, steps = 1, batch = 32 } }
