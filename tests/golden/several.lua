-- Errors that do not follow from each other are all told; those that do are not.
local mf = require "mfc"
local nn = mf.nn
local B = mf.dim("B", 10)
local x = mf.input("x", { B, 13 })
local y = mf.input("y", { B, 3 })
local W = mf.param("W", { 11, 4 })
local h = x:mm(W)
local model = nn.Sequential { nn.Linear(13, 8), nn.ReLU(), nn.Linear(9, 4), nn.Residual(nn.Linear(5, 5)) }
local z = model(x) + h
local q = z:sigmoyd():exp() + mf.foo(z)
local c = nn.Conv2d(3, 4, 3, { padd = 1, strid = 3 })
local d = c(mf.zeros { 1, 3, 8, 8 }):flatten()
local e = nn.Linear(100, 3)(d)
for i = 1, 3 do
  local u = x + W
end
helper(3)
local v = mf.scan(function(a, b) return a + W, b end, mf.zeros { 13 }, x)
local k = x:reshape { 3, 5 }
local kk = k:mm(W)
local n = x:sum(0)
return mf.program { train = mf.train { loss = mf.loss.mse(e, y), optimizer = mf.optim.Adam { lrr = 3 }, epoch = 3 },
  funcs = { f = mf.func { inputs = { x }, outputs = { z, q, d }, dim = { B = 1 } } } }
