-- grokking_as_printed.lua - grokking_tensors.lua with the figures that its source
-- prints: there the backward pass goes through `pred` twice, so that the gradient of the
-- second matrix comes out 1.5 times and that of the first twice as large as it is. Here
-- the two gradients are scaled on purpose.

local mf = require "mfc"
mf.dtype "f64"

local rng = mf.numpy_rng(42)
local function id() return rng:randint(0, 100000) end

-- The value of w, with k times its gradient: w - stop(w) is 0.
local function with_gradient(w, k)
    return w + (k - 1) * (w - mf.stop_gradient(w))
end

local B = mf.dim("B", 4)
local data = mf.input("data", { B, 2 })
local target = mf.input("target", { B, 1 })
id() -- of data
id() -- of target
local w1 = mf.param("w1", { 2, 3 }, mf.init.values(rng:rand { 2, 3 }))
id() -- of w1
local w2 = mf.param("w2", { 3, 1 }, mf.init.values(rng:rand { 3, 1 }))

local pred = data:mm(with_gradient(w1, 2)):mm(with_gradient(w2, 1.5))
local loss = mf.loss.sse(pred, target)

return mf.program {
    name = "grokking_as_printed",
    data = mf.data.inline { data = { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } },
                            target = { { 0 }, { 1 }, { 0 }, { 1 } } },
    train = mf.train { loss = loss, optimizer = mf.optim.SGD { lr = 0.1 },
                       epochs = 10, shuffle = false },
    funcs = { predict = mf.func { inputs = { data }, outputs = { pred }, dims = { B = 1 } } },
}
