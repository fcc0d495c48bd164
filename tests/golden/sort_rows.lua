-- Rows of numbers are put in order along the first axis: comparisons go along the rows.
local mf = require "mfc"
local x = mf.input("x", { 5, 9 })
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x:argsort(1):as "ids" } } } }
