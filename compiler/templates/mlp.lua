-- @NAME@.lua: a network for a table of numbers. `mfc run @NAME@.lua` trains it.
local mf = require "mfc"
local nn = mf.nn

local B = mf.dim("B", 12)                      -- rows in a batch
local x = mf.input("x", { B, 2 })              -- what is known of a row
local arm = mf.input("arm", { B }, "i32")      -- its class: 0, 1 or 2

local model = nn.Sequential {
  nn.Linear(2, 16), nn.Tanh(),
  nn.Linear(16, 16), nn.Tanh(),
  nn.Linear(16, 3),
}
local scores = model(x)

return mf.program {
  name = "@NAME@",
  -- data.csv has a header: columns may be given by name, or by number as "1:2".
  data = mf.data.csv { "data.csv",
                       x = { columns = { "east", "north" }, scale = "zscore" },
                       arm = { columns = "arm" },
                       split = { train = 0.8, test = 0.2 } },
  train = mf.train { loss = mf.loss.cross_entropy(scores, arm),
                     metrics = { accuracy = mf.metric.accuracy(scores, arm) },
                     optimizer = mf.optim.Adam { lr = 0.01 },
                     epochs = 100, seed = 1 },
  funcs = { predict = mf.func { inputs = { x }, outputs = { scores:softmax():as "p" },
                                dims = { B = 1 } } },
}
