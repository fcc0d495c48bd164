-- grokking_tensors.lua - the same network with automatic gradients, and the tensor
-- operations that an autograd framework starts from: sums, expansions, a tensor that is
-- used several times. Ten steps at rate 0.1, in f64, from NumPy's RandomState(42), from
-- which every tensor also draws a number for its id.

local mf = require "mfc"
mf.dtype "f64"

local rng = mf.numpy_rng(42)
local function id() return rng:randint(0, 100000) end

local B = mf.dim("B", 4)
local data = mf.input("data", { B, 2 })
local target = mf.input("target", { B, 1 })
id() -- of data
id() -- of target
local w1 = mf.param("w1", { 2, 3 }, mf.init.values(rng:rand { 2, 3 }))
id() -- of w1
local w2 = mf.param("w2", { 3, 1 }, mf.init.values(rng:rand { 3, 1 }))

local pred = data:mm(w1):mm(w2)
local loss = ((pred - target) * (pred - target)):sum()

-- Sums drop an axis, expansions insert one of copies: each is the other's gradient.
local table_2x3 = mf.const { { 1, 2, 3 }, { 4, 5, 6 } }

-- A tensor that is used twice gets the sum of two gradients.
local a, b, c = mf.input("a", { 5 }), mf.input("b", { 5 }), mf.input("c", { 5 })
local added = (a + b) + (b + c)
local negated = (a + -b) + (-b + c)
local ones = mf.ones { 5 }

return mf.program {
    name = "grokking_tensors",
    data = mf.data.inline { data = { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } },
                            target = { { 0 }, { 1 }, { 0 }, { 1 } } },
    train = mf.train { loss = loss, optimizer = mf.optim.SGD { lr = 0.1 },
                       params = { w1, w2 }, epochs = 10, shuffle = false },
    funcs = {
        predict = mf.func { inputs = { data }, outputs = { pred }, dims = { B = 1 } },
        sums = mf.func { inputs = {}, outputs = { table_2x3:sum(1):as "sum_1",
                                                  table_2x3:sum(2):as "sum_2" } },
        expands = mf.func { inputs = {}, outputs = { table_2x3:expand(1, 4):as "expand_1",
                                                     table_2x3:expand(2, 4):as "expand_2",
                                                     table_2x3:expand(3, 4):as "expand_3" } },
        multiuse = mf.func {
            inputs = { a, b, c },
            outputs = { mf.grad(added, b, { seed = ones }):as "added_b",
                        mf.grad(negated, b, { seed = ones }):as "negated_b" },
        },
    },
}
