-- Korteweg-de Vries: a third derivative of the net by its input, inside the loss.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B = mf.dim("B", 5)
local x, t = mf.input("x", { B, 1 }), mf.input("t", { B, 1 })
local net = nn.Sequential { nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 8), mf.sin, nn.Linear(8, 1) }
local function field(a, b) return net(mf.concat({ a, b }, 2)) end
local u = field(x, t)
local ut, ux = table.unpack(mf.grad(u:sum(), { t, x }))
local uxxx = mf.grad(mf.grad(ux:sum(), x):sum(), x)
local start = field(x, mf.zeros { B, 1 }) - 2 * (mf.exp(x) + mf.exp(-x)):square():reciprocal()
local loss = (ut + 6 * u * ux + uxxx):square():mean() + start:square():mean()
return require "net" ("soliton", { { x }, { t } }, net:params(),
    { loss = loss, optimizer = mf.optim.RMSprop { lr = 0.002 } })
