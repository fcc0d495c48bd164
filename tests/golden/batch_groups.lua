-- Rows in groups of four and a state of the batch's shape: wrong with a batch of one, which
-- only eval would use.
local mf = require "mfc"
local B = mf.dim("B", 8)
local x = mf.input("x", { B, 3 })
local state = mf.param("state", { B, 3 }, mf.init.zeros(), { trainable = false })
local h = mf.nn.Linear(3, 3)((x + state):reshape { -1, 4, 3 })
mf.update(state, mf.stop_gradient(h:reshape { B, 3 }))
return mf.program { train = mf.train { loss = h:var(2):mean(), optimizer = mf.optim.SGD { lr = 0.1 } } }
