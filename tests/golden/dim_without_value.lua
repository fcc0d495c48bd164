local mf = require "mfc"
local B = mf.dim("B")
