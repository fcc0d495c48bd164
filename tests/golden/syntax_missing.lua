local mf = require "mfc"
local x = mf.input("x", { 4, 13 })
local y = mf.stack({ x f })
