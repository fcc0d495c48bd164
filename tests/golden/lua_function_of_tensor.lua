local mf = require "mfc"
local x = mf.input("x", { 4 })
local y = math.sin(x)
