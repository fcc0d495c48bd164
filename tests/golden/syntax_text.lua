local mf = require "mfc"
local x = mf.input("x", { 4, 13 })
local s = "a != b"
local y = mf.nn.Linear(13 4)
