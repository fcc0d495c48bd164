-- Two steps of an inner training, whose rate is learnt: gradients through gradients.
local mf = require "mfc"
mf.dtype "f64"
local B = mf.dim("B", 4)
local x, y = mf.input("x", { B, 1 }), mf.input("y", { B, 1 })
local u, v = mf.input("u", { B, 1 }), mf.input("v", { B, 1 })
local start = { mf.param("a", { 1, 6 }), mf.param("b", { 6 }), mf.param("c", { 6, 1 }), mf.param("d", { 1 }) }
local rate = mf.param("rate", {})
local function net(x, p) return (x:mm(p[1]) + p[2]):tanh():mm(p[3]) + p[4] end
local p = start
for _ = 1, 2 do
    local g, moved = mf.grad(mf.loss.mse(net(x, p), y), p), {}
    for i = 1, 4 do
        moved[i] = p[i] - rate * g[i]
    end
    p = moved
end
return require "net" ("maml", { { x }, { y }, { u }, { v } }, { start[1], start[2], start[3], start[4], rate },
    { loss = mf.loss.mse(net(u, p), v), optimizer = mf.optim.Adam { lr = 0.01 } })
