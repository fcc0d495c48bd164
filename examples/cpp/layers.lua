-- layers.lua: what both networks of this program are made of.
local mf = require "mfc"
local nn = mf.nn

local layers = {}

function layers.dense(inputs, hidden, outputs)
  return nn.Sequential { nn.Linear(inputs, hidden), nn.Tanh(), nn.Linear(hidden, outputs) }
end

return layers
