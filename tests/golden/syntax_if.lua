local mf = require "mfc"
local x = mf.input("x", { 4, 13 })
if x == 1: -- so
  y = 2
