-- The other one: other numbers under the same names, and steps of two batches.
local mf = require "mfc"
local x = mf.input("x", { 3, 2 })
local ids = mf.input("class", { 4 }, "i32")
local W = mf.param("W", { 2, 5 }, mf.init.normal())
local h = x:mm(W):exp():as "new"
return mf.program {
  name = "b",
  train = mf.train { loss = (h * h):mean(), optimizer = mf.optim.SGD { lr = 0.1 }, steps = 1, accumulate = 2 },
  funcs = { predict = mf.func { inputs = { x, ids }, outputs = { h, mf.gather(h, ids):as "rows" } } },
}
