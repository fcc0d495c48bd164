local mf = require "mfc"
local x = mf.input("x", { 3 })
local function f(n) return 1 + f(n + 1) end local y = x * f(1)
return mf.program { name = "t", funcs = { f = mf.func { inputs = { x }, outputs = { y:as "y" } } } }
