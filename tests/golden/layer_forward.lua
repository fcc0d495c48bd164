local mf = require "mfc"
local x = mf.input("x", { 4, 13 })
local W = mf.param("W", { 13, 4 })
local y = mf.nn.Linear(13, 4):forward(x)
