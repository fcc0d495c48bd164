-- How arrays lie: a band of rows at a time, sums over bands, doubles.
-- options: --dtype f64
local mf = require "mfc"
local B = mf.dim("B", 16384)
local x = mf.input("x", { B, 24 })
local y = mf.input("y", { B, 1 })
local net = mf.nn.Sequential { mf.nn.Linear(24, 64), mf.nn.Tanh(), mf.nn.Linear(64, 64),
                               mf.nn.Tanh(), mf.nn.Linear(64, 1) }
return mf.program {
  name = "layout_bands",
  train = mf.train { loss = mf.loss.mse(net(x), y), optimizer = mf.optim.Adam { lr = 1e-3 } },
}
