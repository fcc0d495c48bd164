local mf = require "mfc"
local B = mf.dim("B", 4)
local x, y = mf.input("x", { B, 3 }), mf.input("y", { B, 1 })
local net = mf.nn.Linear(3, 1)
local function rate(p) return p.rank == 2 and 0.1 or nil end
return mf.program { train = mf.train { loss = mf.loss.mse(net(x), y), steps = 1,
    optimizer = mf.optim.SGD { lr = rate } } }
