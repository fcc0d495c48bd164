local mf = require "mfc"
local x = mf.input("x", { 3 })
local y = x io.open("/etc/passwd")
return mf.program { name = "t", funcs = { f = mf.func { inputs = { x }, outputs = { y:as "y" } } } }
