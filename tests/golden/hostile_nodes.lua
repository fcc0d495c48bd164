local mf = require "mfc"
local x = mf.input("x", { 3 })
local y = x while true do y = y + 1 end
return mf.program { name = "t", funcs = { f = mf.func { inputs = { x }, outputs = { y:as "y" } } } }
