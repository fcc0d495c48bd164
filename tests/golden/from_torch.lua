local mf = require "mfc"
local x = mf.input("x", { 4, 13 })
local W = mf.param("W", { 13, 4 })
assert(x.shape[-1] + 0 == 13 and x.shape[3] == nil and #x.shape == 2)
local y = mf.zeros { x.shape[0], 13 }
print(x:tahn())
local s = x:sum { dim = 1 }
local v = x:numpy()
return mf.program { train = mf.train { loss = x:mm(W):sum(), optimizer = mf.optim.SGD { lr = 1 }, metrics = { "accuracy" } } }
