-- Neurons that leak and fire; the step has the slope of a smooth one.
local mf = require "mfc"
mf.dtype "f64"
local B = mf.dim("B", 4)
local x, y = mf.input("x", { B, 6 }), mf.input("y", { B }, "i32")
local l1, l2, leak = mf.nn.Linear(6, 7), mf.nn.Linear(7, 3), mf.param("leak", { 2 })
local function spike(v)
    local soft = v / (1 + 5 * v:abs())
    return soft + mf.stop_gradient(v:gt(0):cast(v.dtype) - soft)
end
local drive, keep = l1(x), leak:sigmoid()
local _, outs = mf.scan(function(c)
    local v = keep:select(1, 1) * c.v + drive - mf.stop_gradient(c.s)
    local s = spike(v - 0.3)
    local out = keep:select(1, 2) * c.out + l2(s)
    local fired = spike(out - 0.3)
    return { v = v, s = s, out = out - mf.stop_gradient(fired) }, { out, fired }
end, { v = mf.zeros { B, 7 }, s = mf.zeros { B, 7 }, out = mf.zeros { B, 3 } }, mf.zeros { 5 })
return require "net" ("spiking", { { x }, { y, 3 } }, { l1.weight, l1.bias, l2.weight, l2.bias, leak },
    { loss = mf.loss.cross_entropy(outs[1]:mean(1) + outs[2]:sum(1), y), optimizer = mf.optim.Adam { lr = 0.01 } })
