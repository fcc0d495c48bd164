local mf = require "mfc"
local B = mf.dim("B", 4)
local x = mf.input("x", { B, 3 })
local l = mf.nn.Linear(3, 2, { bias = "no" })
