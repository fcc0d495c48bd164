local mf = require "mfc"
local B = mf.dim("B", 4)
local x = mf.input("x", { B, 3 })
B.value = 3
