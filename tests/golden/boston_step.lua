-- expect: kernels 6
local mf = require "mfc"
local init = mf.init
local B = mf.dim("B", 11)
local x, y = mf.input("x", { B, 13 }), mf.input("y", { B, 1 })
local W1, b1 = mf.param("W1", { 13, 10 }, init.normal()), mf.param("b1", { 10 })
local W2, b2 = mf.param("W2", { 10, 1 }, init.normal()), mf.param("b2", { 1 })
local h = (x:mm(W1) + b1):sigmoid()
local yhat = h:mm(W2) + b2
return mf.program {
    name = "boston_step",
    data = mf.data.csv { "boston.csv", x = { columns = "1:13" }, y = { columns = "medv" } },
    train = mf.train { loss = mf.loss.mse(yhat, y), optimizer = mf.optim.SGD { lr = 1e-2 } },
}
