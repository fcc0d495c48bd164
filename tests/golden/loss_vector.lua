local mf = require "mfc"
local B = mf.dim("B", 10)
local x = mf.input("x", { B, 13 })
local W = mf.param("W", { 13, 4 })
return mf.program { train = mf.train {
  loss = x:mm(W):sum(2), optimizer = mf.optim.SGD { lr = 0.1 }, steps = 1 } }
