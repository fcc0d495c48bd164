local mf = require "mfc"
local x = mf.input("x", { 4 })
local one = x == 1
local y = one:cast "f32"
