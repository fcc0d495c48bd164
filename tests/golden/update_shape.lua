local mf = require "mfc"
local B = mf.dim("B", 10)
local x = mf.input("x", { B, 13 })
local W = mf.param("W", { 13, 4 })
local opt = mf.optim.custom { lr = 0.1, update = function(p, g, s, o)
  return (p - o.lr * g):sum()
end }
return mf.program { train = mf.train { loss = x:mm(W):sum(), optimizer = opt, steps = 1 } }
