-- A fixed point that a scan looks for without a gradient; the gradient goes back through it by a
-- series, whose turns differentiate what stands outside of them.
local mf = require "mfc"
mf.dtype "f64"
local B = mf.dim("B", 4)
local x, y = mf.input("x", { B, 3 }), mf.input("y", { B }, "i32")
local U, b, W = mf.param("U", { 3, 5 }), mf.param("b", { 5 }), mf.param("W", { 5, 5 })
local head = mf.nn.Linear(5, 3)
local given = x:mm(U) + b
local function turn(z) return (0.5 * z:mm(W) + given):tanh() end
local z = mf.stop_gradient(mf.scan(turn, mf.zeros { B, 5 }, mf.zeros { 12 }))
local new = turn(z)
local at = mf.stop_gradient(new)
local loss = mf.loss.cross_entropy(head(at), y)
local v = mf.grad(loss, at)
local g = mf.scan(function(g) return v + mf.grad(new, z, { seed = g }) end, v, mf.zeros { 5 })
local pull = (mf.stop_gradient(g) * new):sum()
return require "net" ("equilibrium", { { x }, { y, 3 } }, { U, b, W, head.weight, head.bias },
    { loss = loss + pull - mf.stop_gradient(pull), optimizer = mf.optim.SGD { lr = 0.1 } })
