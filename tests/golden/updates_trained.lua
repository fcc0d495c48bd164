local mf = require "mfc"
local x = mf.input("x", { mf.dim("B", 4), 3 })
local centre = mf.param("centre", { 3 }, mf.init.zeros(), { trainable = false })
mf.update(centre, 0.9 * centre + 0.1 * x:mean(1))
return mf.program { train = mf.train {
  loss = (x - centre):square():mean(), optimizer = mf.optim.SGD { lr = 0.1 }, steps = 1 } }
