-- Points in other numbers in the inside and on the walls.
local mf = require "mfc"
local N, M = mf.dim("N", 8), mf.dim("M", 2)
local inside, wall = mf.input("inside", { N, 2 }), mf.input("wall", { M, 2 })
local W = mf.param("W", { 2, 1 })
return mf.program {
  data = mf.data.npy { inside = "inside.npy", wall = "wall.npy" },
  train = mf.train { loss = inside:mm(W):square():mean() + wall:mm(W):square():mean(),
                     optimizer = mf.optim.SGD { lr = 0.1 }, epochs = 1 } }
