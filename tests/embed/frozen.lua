-- A model with running statistics, a scan, and a parameter that two functions read: for
-- tests/embed/frozen.c, which trains it on the same rows.
local mf = require "mfc"
local nn = mf.nn
local B = mf.dim("B", 3)
local x = mf.input("x", { B, 2, 2 })
local y = mf.input("y", { B, 1 })
local _, h = nn.LSTM(2, 4)(x)
local out = nn.Linear(4, 1)(nn.BatchNorm(4)(h)):as "out"
return mf.program {
  name = "whole",
  data = mf.data.inline {
    x = { { { 1, 2 }, { -1, 0.5 } }, { { 0, 3 }, { 2, -2 } }, { { 0.25, 1 }, { 1, 1 } } },
    y = { { 1 }, { 0 }, { -1 } },
  },
  train = mf.train { loss = mf.loss.mse(out, y), optimizer = mf.optim.Adam { lr = 0.1 },
                     steps = 5, seed = 3, shuffle = false },
  funcs = { predict = mf.func { inputs = { x }, outputs = { out } },
            hidden = mf.func { inputs = { x }, outputs = { h:as "h" }, dims = { B = 1 } } },
}
