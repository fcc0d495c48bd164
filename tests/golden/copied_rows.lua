-- Rows of 7 that are copied stay loops: MF_ROLLED.
local mf = require "mfc"
local x = mf.input("x", { 5, 2, 3, 7, 7 })
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x:transpose(2, 3):as "y" } } } }
