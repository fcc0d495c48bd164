local mf = require "mfc"
local B = mf.dim("B", 4)
local x, y = mf.input("x", { B, 3 }), mf.input("y", { B, 1 })
local W = mf.param("W", { 3, 1 }, mf.init.normal())
local L = mf.loss.mse(x:mm(W), y)
local n = mf.param("total_steps", { 1 })
return mf.program { train = mf.train { loss = L, optimizer = mf.optim.SGD { lr = mf.optim.cosine { from = 0.1 } } } }
