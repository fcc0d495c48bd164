-- A few examples fitted in closed form inside the network: ridge regression on its features.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B = mf.dim("B", 3)
local x, y = mf.input("x", { B, 6, 4 }), mf.input("y", { B, 6, 2 })
local ask, want = mf.input("ask", { B, 5, 4 }), mf.input("want", { B, 5, 2 })
local features = nn.Sequential { nn.Linear(4, 6), nn.Tanh(), nn.Linear(6, 5) }
local shrink = mf.param("shrink", {})
local f = features(x)
local W = (f:T():matmul(f) + shrink:exp() * mf.eye(5)):solve(f:T():matmul(y))
local params = features:params()
params[#params + 1] = shrink
return require "net" ("ridge", { { x }, { y }, { ask }, { want } }, params,
    { loss = mf.loss.mse(features(ask):matmul(W), want), optimizer = mf.optim.Adam { lr = 0.01 } })
