-- A training with all that a checkpoint must hold: rows in a new order every epoch, dropout,
-- running statistics, Adam's state, accumulated batches, validation, the best parameters.
local mf = require "mfc"
local nn = mf.nn
local B = mf.dim("B", 8)
local x = mf.input("x", { B, 6 })
local y = mf.input("y", { B, 1 })
local rng, xs, ys = mf.numpy_rng(5), {}, {}
for i = 1, 150 do
  xs[i], ys[i] = {}, { rng:randint(-9, 9) / 4 }
  for j = 1, 6 do xs[i][j] = rng:randint(-9, 9) / 4 end
end
local model = nn.Sequential { nn.Linear(6, 24), nn.BatchNorm(24), nn.ReLU(), nn.Dropout(0.2),
                              nn.Linear(24, 24), nn.Tanh(), nn.Linear(24, 1) }
local loss = mf.loss.mse(model(x), y)
return mf.program {
  name = "interrupt",
  data = mf.data.inline { x = xs, y = ys, split = { train = 0.8, valid = 0.2 } },
  train = mf.train { loss = loss, optimizer = mf.optim.Adam { lr = 1e-3 }, steps = 2000, batch = 8,
                     accumulate = 2, seed = 3, clip_norm = 1, valid = { split = "valid", every = 17 },
                     early_stop = { metric = "loss", patience = 100000 },
                     checkpoint = { every = 41, keep = 3 } },
}
