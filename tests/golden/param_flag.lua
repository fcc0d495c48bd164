local mf = require "mfc"
local B = mf.dim("B", 4)
local x = mf.input("x", { B, 3 })
local W = mf.param("W", { 3 }, nil, { trainable = 0 })
