-- Work that is read through one view, in the order it lies in, is made once too.
local mf = require "mfc"
local x = mf.input("x", { 6, 40 })
local parts = x:sin():reshape(6, 8, 5)
return mf.program { name = "seen_parts", funcs = {
  f = mf.func { inputs = { x }, outputs = { parts:max(3):as "most", parts:sum({ 1, 2 }):as "sums" } } } }
