local mf = require "mfc"
local x = mf.input("x", { 3, 4 })
local h x:relu()
local later
local u = x
later = u
local y = h + later
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { y } } } }
