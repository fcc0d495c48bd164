local mf = require "mfc"
local x = mf.input("x", { 4, 13 })
local a, b, c = True, None, len(x)
return mf.program {}
