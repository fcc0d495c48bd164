-- What two kernels read through one view, and is work, is made once: an array.
local mf = require "mfc"
local x = mf.input("x", { 2, 3, 40 })
local windows = x:sin():adaptive_max_pool1d(5)
return mf.program { name = "seen_twice", funcs = {
  f = mf.func { inputs = { x }, outputs = { windows:as "most", mf.grad(windows:sum(), x):as "dx" } } } }
