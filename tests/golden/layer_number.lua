-- Arithmetic with two that are no tensors: one is a layer.
local mf = require "mfc"
local layer = mf.nn.Linear(3, 3)
local half = 0.5 * layer
return mf.program {}
