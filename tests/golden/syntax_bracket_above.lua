local mf = require "mfc"
local x = mf.input("x", { 3, 4 })
local h = (x + 1
h = h:tanh()
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { h } } } }
