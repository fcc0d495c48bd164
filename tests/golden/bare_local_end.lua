local mf = require "mfc"
local nn mf.nn
local x = mf.input("x", { 3, 4 })
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x } } } }
