local mf = require "mfc"
local x = mf.input("x", { 4, 13 })
local y = mf.nn.Linear(13, 4, bias=False) -- then y += 1
