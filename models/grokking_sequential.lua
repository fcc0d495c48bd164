-- grokking_sequential.lua - layers, a container of layers and a loss layer: two linear
-- layers that start from normal x sqrt(2 / inputs) and biases of zero, the loss a sum of
-- squares. Ten steps at rate 0.05, in f64, from NumPy's RandomState(42), from which
-- every tensor also draws a number for its id.

local mf = require "mfc"
mf.dtype "f64"

local nn, init = mf.nn, mf.init
local rng = mf.numpy_rng(42)
local function id() return rng:randint(0, 100000) end

local function linear(inputs, outputs)
    local weight = rng:randn { inputs, outputs } * math.sqrt(2 / inputs)
    id() -- of the weight
    id() -- of the bias
    return nn.Linear(inputs, outputs, { init = init.values(weight), bias = init.zeros() })
end

local B = mf.dim("B", 4)
local data = mf.input("data", { B, 2 })
local target = mf.input("target", { B, 1 })
id() -- of data
id() -- of target
local model = nn.Sequential { linear(2, 3), linear(3, 1) }

local pred = model(data)
local loss = mf.loss.sse(pred, target)

return mf.program {
    name = "grokking_sequential",
    data = mf.data.inline { data = { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } },
                            target = { { 0 }, { 1 }, { 0 }, { 1 } } },
    train = mf.train { loss = loss, optimizer = mf.optim.SGD { lr = 0.05 },
                       epochs = 10, shuffle = false },
    funcs = { predict = mf.func { inputs = { data }, outputs = { pred }, dims = { B = 1 } } },
}
