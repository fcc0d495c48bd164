-- boston.lua: the MiniFlow network, node by node
local mf = require "mfc"
local init = mf.init

local B = mf.dim("B", 11)                  -- a named dimension and its value

local x  = mf.input("x", { B, 13 })
local y  = mf.input("y", { B, 1 })
local W1 = mf.param("W1", { 13, 10 }, init.normal())
local b1 = mf.param("b1", { 10 })          -- zeros
local W2 = mf.param("W2", { 10, 1 }, init.normal())
local b2 = mf.param("b2", { 1 })

local h    = (x:mm(W1) + b1):sigmoid()
local yhat = h:mm(W2) + b2
local cost = mf.loss.mse(yhat, y)

return mf.program {
  name  = "boston",
  data  = mf.data.csv { "data/boston.csv",
                        x = { columns = "1:13", scale = "zscore" }, y = { columns = "medv" } },
  train = mf.train { loss = cost, optimizer = mf.optim.SGD { lr = 1e-2 },
                     epochs = 1000, shuffle = "replacement", seed = 1 },
  funcs = { predict = mf.func { inputs = { x }, outputs = { yhat:as "yhat" }, dims = { B = 1 } } },
}
