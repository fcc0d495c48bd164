-- A dim with a name is not copied, whatever its number is today.
local mf = require "mfc"
local x = mf.param("x", { mf.dim("N", 1) })
local a = mf.zeros { 3 } + x
local b = x - mf.zeros { 3 }
return mf.program { funcs = { f = mf.func { inputs = {}, outputs = { a, b } } } }
