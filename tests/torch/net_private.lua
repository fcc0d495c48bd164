-- Private descent: the gradient of each example, clipped by its own length, then the mean.
-- The loss is the product with it, so that the optimiser goes by it.
local mf = require "mfc"
mf.dtype "f64"
local B, D, H, C = mf.dim("B", 6), 5, 7, 3
local x, y = mf.input("x", { B, D }), mf.input("y", { B }, "i32")
local params = { mf.param("W1", { D, H }), mf.param("b1", { H }), mf.param("W2", { H, C }), mf.param("b2", { C }) }
local each = {}
for i, p in ipairs(params) do
    each[i] = p:expand(1, B)
end
local h = (mf.einsum("bi,bij->bj", x, each[1]) + each[2]):tanh()
local scores = mf.einsum("bi,bij->bj", h, each[3]) + each[4]
local gradients = mf.grad(mf.loss.cross_entropy(scores, y, { reduce = "sum" }), each)
local square = 0
for _, g in ipairs(gradients) do
    square = square + g:square():reshape { B, -1 }:sum(-1)
end
local part = mf.minimum(1, 0.5 / (square:sqrt() + 1e-6)) / B.value
local cost = 0
for i, g in ipairs(gradients) do
    local letters = g.rank == 2 and "bi" or "bij"
    local clipped = mf.einsum("b," .. letters .. "->" .. letters:sub(2), part, g)
    cost = cost + (mf.stop_gradient(clipped) * params[i]):sum()
end
return require "net" ("private", { { x }, { y, C } }, params, {
    loss = cost, optimizer = mf.optim.SGD { lr = 0.5, momentum = 0.9 } })
