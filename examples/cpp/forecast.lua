-- forecast.lua: the next value of a signal from its last eight.
local mf = require "mfc"
local layers = require "layers"

local B = mf.dim("B", 1)
local past = mf.input("past", { B, 8 })
local value = mf.input("value", { B, 1 })
local next_value = layers.dense(8, 12, 1)(past):as "next"

return mf.program {
  name = "forecast",
  train = mf.train { loss = mf.loss.mse(next_value, value),
                     optimizer = mf.optim.Adam { lr = 0.003 }, steps = 1 },
  funcs = { predict = mf.func { inputs = { past }, outputs = { next_value } } },
}
