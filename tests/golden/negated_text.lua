-- Lua's own words for this name an event of its machine.
local mf = require "mfc"
local name = "a"
local x = mf.input("x", { 3 }) * -name
