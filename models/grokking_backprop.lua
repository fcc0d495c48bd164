-- grokking_backprop.lua - two matrices without biases, trained by hand-written
-- backpropagation: the gradients are written out as products, without the factor 2 of
-- the square, and the function `gradients` shows them beside what mf.grad derives.
-- Ten steps at rate 0.1, in f64, from NumPy's RandomState(42).

local mf = require "mfc"
mf.dtype "f64"

local rng = mf.numpy_rng(42)
local B = mf.dim("B", 4)

local x = mf.input("x", { B, 2 })
local y = mf.input("y", { B, 1 })
local weights_0_1 = mf.param("weights_0_1", { 2, 3 }, mf.init.values(rng:rand { 2, 3 }))
local weights_1_2 = mf.param("weights_1_2", { 3, 1 }, mf.init.values(rng:rand { 3, 1 }))

-- predict, compare
local layer_1 = x:mm(weights_0_1)
local layer_2 = layer_1:mm(weights_1_2)
local diff = layer_2 - y
local loss = (diff * diff):sum()

-- learn: the backpropagation piece
local layer_1_grad = diff:mm(weights_1_2:T())
local weights_1_2_update = layer_1:T():mm(diff)
local weights_0_1_update = x:T():mm(layer_1_grad)

local derived = mf.grad(loss, { weights_0_1, weights_1_2 }) -- twice as large

return mf.program {
    name = "grokking_backprop",
    data = mf.data.inline { x = { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } },
                            y = { { 0 }, { 1 }, { 0 }, { 1 } } },
    train = mf.train {
        loss = loss,
        optimizer = mf.optim.custom {
            lr = 0.1,
            update = function(p, g, s, o) return p - o.lr * (0.5 * g), {} end,
        },
        epochs = 10, shuffle = false,
    },
    funcs = {
        predict = mf.func { inputs = { x }, outputs = { layer_2:as "pred" }, dims = { B = 1 } },
        gradients = mf.func {
            inputs = { x, y },
            outputs = { weights_0_1_update, weights_1_2_update,
                        derived[1]:as "derived_0_1", derived[2]:as "derived_1_2" },
        },
    },
}
