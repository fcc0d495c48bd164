local mf = require "mfc"
local x = mf.input("x", { 3 })
local y = x setmetatable({}, { __gc = function() while true do end end }) collectgarbage()
return mf.program { name = "t", funcs = { f = mf.func { inputs = { x }, outputs = { y:as "y" } } } }
