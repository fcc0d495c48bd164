-- The wave equation: second derivatives with respect to the input, inside the loss.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B = mf.dim("B", 5)
local x = mf.input("x", { B, 2 })
local net = nn.Sequential { nn.Linear(2, 6), nn.Tanh(), nn.Linear(6, 6), nn.Tanh(), nn.Linear(6, 1) }
local u = net(x)
local du = mf.grad(u:sum(), x)
local function second(i) return mf.grad(du:select(2, i):sum(), x):select(2, i) end
return require "net" ("wave", { { x } }, net:params(),
    { loss = mf.loss.mse(second(2), 4 * second(1)) + (u - x:prod(2, { keep = true })):square():mean(),
      optimizer = mf.optim.SGD { lr = 0.02 } })
