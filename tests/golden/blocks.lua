-- Blocks that repeat themselves: arrays of structs, arrays of work arrays, loops.
local mf = require "mfc"
local nn = mf.nn

local B = mf.dim("B", 64)
local x, y = mf.input("x", { B, 96 }), mf.input("y", { B, 96 })
local h = x
for _ = 1, 6 do
    h = nn.Residual(nn.Sequential { nn.Linear(96, 80), nn.Tanh(), nn.Linear(80, 96) })(h)
end

return mf.program {
    name = "blocks",
    train = mf.train { loss = mf.loss.mse(h, y), optimizer = mf.optim.SGD { lr = 0.1 }, steps = 10 },
}
