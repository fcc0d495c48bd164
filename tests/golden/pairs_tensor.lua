local mf = require "mfc"
local B = mf.dim("B", 4)
local x = mf.input("x", { B, 3 })
for i, v in pairs(x) do print(i, v) end
