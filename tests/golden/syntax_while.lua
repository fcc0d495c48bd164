local mf = require "mfc"
local x = mf.input("x", { 4, 13 })
while x:


  return x
