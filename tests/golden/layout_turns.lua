-- How arrays lie: weights of a scan in strips, a slice for each turn, what is carried.
local mf = require "mfc"
local B = mf.dim("B", 16)
local x = mf.input("x", { B, 12, 8 })
local y = mf.input("y", { B, 1 })
local h = mf.nn.LSTM(8, 256)(x)
local last = h:select(2, 12)
return mf.program {
  name = "layout_turns",
  train = mf.train { loss = mf.loss.mse(mf.nn.Linear(256, 1)(last), y),
                     optimizer = mf.optim.SGD { lr = 0.1 } },
}
