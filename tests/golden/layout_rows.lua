-- Rows of x' dy in strips: what gives the weights' gradient is copied once before it.
local mf = require "mfc"
local B = mf.dim("B", 160)
local x = mf.input("x", { B, 512 })
local y = mf.input("y", { B, 320 })
return mf.program {
  name = "layout_rows",
  train = mf.train { loss = mf.loss.mse(mf.nn.Linear(512, 320)(x), y),
                     optimizer = mf.optim.SGD { lr = 0.1 } },
}
