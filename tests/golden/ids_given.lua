-- Row and class numbers that stand in the script are looked at when it runs.
local mf = require "mfc"
local W = mf.param("W", { 4, 5 }, mf.init.normal())
local a = W:gather(mf.const({ 0, 4 }, "i32"))
local b = W:take_along(mf.const({ { 1 }, { 2 }, { 5 }, { 0 } }, "i32"), 2)
local c = W:segment_sum(mf.full({ 4 }, 3, "i32"), 3)
local d = W:gather(mf.arange(5))
local e = mf.loss.cross_entropy(W, mf.const({ 1, 2, -100, 0 }, "i32"))
local f = mf.loss.cross_entropy(W, mf.const({ 1, 2, -100, 0 }, "i32"), { ignore_index = -100 })
local g = mf.one_hot(mf.const({ 0, 3 }, "i32"), 3)
return mf.program { funcs = { f = mf.func { inputs = {}, outputs = { f } } } }
