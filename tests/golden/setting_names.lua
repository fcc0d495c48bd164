-- Parameters that are called as options of the optimiser.
local mf = require "mfc"
local x = mf.input("x", { 2 })
local lr, momentum = mf.param("lr", { 2 }), mf.param("momentum", {})
return mf.program {
  name = "settings",
  train = mf.train { loss = (x * lr):sum() + momentum, steps = 1,
                     optimizer = mf.optim.SGD { lr = 0.1, momentum = 0.9, weight_decay = 0.01 } },
}
