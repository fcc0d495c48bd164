local mf = require "mfc"
local B = mf.dim("B", 4)
local x, y = mf.input("x", { B, 3 }), mf.input("y", { B, 1 })
local W = mf.param("W", { 3, 1 }, mf.init.normal())
local L = mf.loss.mse(x:mm(W), y)
return mf.program { data = mf.data.csv { "a.csv", x = { columns = "1:3,5" }, y = { columns = 4 } },
                    train = mf.train { loss = L, optimizer = mf.optim.SGD { lr = 0.1 } } }
