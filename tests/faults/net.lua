-- A training that reads a table and writes parameters, checkpoints and a log: what
-- tests/run_faults makes fail, a call to the system at a time.
local mf = require "mfc"
local B = mf.dim("B", 4)
local x = mf.input("x", { B, 3 })
local y = mf.input("y", { B, 1 })
local yhat = mf.nn.Linear(8, 1)(mf.nn.Linear(3, 8)(x):tanh())
return mf.program {
  name = "net",
  data = mf.data.csv { "data.csv", x = { columns = "1:3", scale = "zscore" }, y = { columns = "y" },
                       split = { train = 0.8, valid = 0.2 } },
  train = mf.train { loss = mf.loss.mse(yhat, y), optimizer = mf.optim.Adam { lr = 1e-2 }, steps = 20,
                     seed = 1, valid = { split = "valid", every = 5 },
                     checkpoint = { every = 5, keep = 2 } },
  funcs = { predict = mf.func { inputs = { x }, outputs = { yhat:as "yhat" }, dims = { B = 1 } } },
}
