-- The loss at weights that a step uphill has moved.
local mf = require "mfc"
mf.dtype "f64"
local B = mf.dim("B", 6)
local x, y = mf.input("x", { B, 4 }), mf.input("y", { B }, "i32")
local w = { mf.param("a", { 4, 7 }), mf.param("b", { 7 }), mf.param("c", { 7, 3 }) }
local function at(a, b, c) return mf.loss.cross_entropy((x:mm(a) + b):tanh():mm(c), y) end
local g, size = mf.grad(at(w[1], w[2], w[3]), w), 0
for i = 1, 3 do
    size = size + g[i]:square():sum()
end
local moved = {}
for i = 1, 3 do
    moved[i] = w[i] + mf.stop_gradient(0.05 * g[i] / (size:sqrt() + 1e-12))
end
return require "net" ("sharpness", { { x }, { y, 3 } }, w,
    { loss = at(moved[1], moved[2], moved[3]), optimizer = mf.optim.SGD { lr = 0.1, momentum = 0.9 } })
