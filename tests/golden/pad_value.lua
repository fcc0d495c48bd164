local mf = require "mfc"
local ids = mf.input("ids", { 3 }, "i32")
local mask = mf.input("mask", { 3 }, "bool")
local wide = mask:pad({ { 1, 0 } }, true)
local y = ids:pad({ { 1, 1 } }, 2.5)
return mf.program { funcs = { f = mf.func { inputs = { ids, mask }, outputs = { y, wide } } } }
