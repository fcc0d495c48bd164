local mf = require "mfc"
local x = mf.input("x", { 4, 13 })
local h = x
for i in range(3):
  h = h:tanh()

return h
