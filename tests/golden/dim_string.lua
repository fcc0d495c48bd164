local mf = require "mfc"
local x = mf.input("x", { "B", 13 })
local y = x
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { y } } } }
