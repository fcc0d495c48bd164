local mf = require "mfc"
local B = mf.dim("B", 4)
local x = mf.input("x", { B, 3 })
local layer = mf.nn.Linear(3, 1)
local L = layer(x):mean()
local o = mf.optim.SGD { lr = 0.1 }
return mf.program { train = mf.train { loss = L, optimizer = o, params = { layer } } }
