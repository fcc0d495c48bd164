local mf = require "mfc"
local x = mf.input("x", { 4, 13 })
local h = x:relu
local y = h:sum()
