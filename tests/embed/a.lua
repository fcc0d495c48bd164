-- One of two models that tests/embed/main.c embeds.
local mf = require "mfc"
local B = mf.dim("B", 3)
local x = mf.input("x", { B, 2 })
local y = mf.input("y", { B, 1 })
local layer = mf.nn.Linear(2, 4)
local out = mf.nn.Linear(4, 1)(layer(x):tanh()):as "out"
return mf.program {
  name = "a",
  train = mf.train { loss = mf.loss.mse(out, y), optimizer = mf.optim.Adam { lr = 0.1 }, steps = 1 },
  funcs = { predict = mf.func { inputs = { x }, outputs = { out, out:sum():as "total" } } },
}
