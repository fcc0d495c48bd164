-- One mistake, and much that follows from it: one error.
local mf = require "mfc"
local nn, init = mf.nn, mf.init
local B = mf.dim("B", 4)
local x = mf.input("x", { B, 6 })
local left, right = mf.split(x, 4, 2)                     -- 6 does not divide into 4
local both = left:mm(mf.zeros { 2, 3 }) + right
local list = {}
list[left.shape[2]] = { right, both }
local W = mf.param("W", { 3, left.shape[2] }, init.normal { std = right.value })
local layer = nn.Linear(6, 2, { init = init.constant(left) })
local _, outs = mf.scan(function(h, row) return h + row:mm(both), row end, mf.zeros { 3 }, x)
local deep = nn.Sequential { layer, nn.Residual(function(h) return h * right end) }(x)
local model = mf.scope("model", function() return both:missing(3).thing[4] < 2 end)
left.name = "other"
return mf.program {
  train = mf.train { loss = mf.loss.mse(both, x), optimizer = mf.optim.SGD { lr = both } },
  funcs = { f = mf.func { inputs = { x }, outputs = { left, right, W, outs, deep, model,
                                                      mf.const(list) } } },
}
