-- big_mlp.lua - three wide dense layers, 1024-4096-4096-1024: nothing but large products.

local mf = require "mfc"
local nn = mf.nn

local B = mf.dim("B", 256)
local x = mf.input("x", { B, 1024 })
local y = mf.input("y", { B, 1024 })

local model = nn.Sequential {
    nn.Linear(1024, 4096), nn.ReLU(), nn.Linear(4096, 4096), nn.ReLU(), nn.Linear(4096, 1024),
}

return mf.program {
    name = "big_mlp",
    train = mf.train {
        loss = mf.loss.mse(model(x), y),
        optimizer = mf.optim.SGD { lr = 0.01, momentum = 0.9 },
        steps = 10, seed = 1,
    },
    data = mf.data.npy { x = "x.npy", y = "y.npy" },
}
