-- How arrays lie: borders around what is padded, a gradient between zeros (a stride),
-- truth values, results in the place of others, rows of ten.
local mf = require "mfc"
local B = mf.dim("B", 4)
local x = mf.input("x", { B, 3, 12, 12 })
local label = mf.input("label", { B }, "i32")
local net = mf.nn.Sequential {
  mf.nn.Conv2d(3, 8, 3, { pad = 1 }), mf.nn.ReLU(),
  mf.nn.Conv2d(8, 16, 3, { stride = 2, pad = 1 }), mf.nn.ReLU(),
  mf.nn.Flatten(), mf.nn.Dropout(0.5), mf.nn.Linear(576, 10),
}
return mf.program {
  name = "layout_halo",
  train = mf.train { loss = mf.loss.cross_entropy(net(x), label),
                     optimizer = mf.optim.SGD { lr = 0.1, momentum = 0.9 } },
}
