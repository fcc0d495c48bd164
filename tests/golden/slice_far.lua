local mf = require "mfc"
local x = mf.input("x", { 3, 13 })
local y = x:slice(2, math.mininteger, 3) -- no number is its negative
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { y } } } }
