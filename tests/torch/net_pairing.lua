-- Two sensors in one bilinear layer, trained by LAMB: an optimiser of the script, whose step
-- is as long as the parameter.
local mf = require "mfc"
mf.dtype "f64"
local B = mf.dim("B", 4)
local a, b, y = mf.input("a", { B, 3 }), mf.input("b", { B, 5 }), mf.input("y", { B }, "i32")
local W, head = mf.param("W", { 4, 3, 5 }), mf.nn.Linear(4, 3)
local lamb = mf.optim.custom {
    lr = 0.01, beta1 = 0.9, beta2 = 0.99, decay = 0.01, state = { "m", "v" },
    update = function(p, g, s, o)
        local t = mf.step() + 1
        local m, v = o.beta1 * s.m + (1 - o.beta1) * g, o.beta2 * s.v + (1 - o.beta2) * g:square()
        local u = m / (1 - o.beta1 ^ t) / ((v / (1 - o.beta2 ^ t)):sqrt() + 1e-6) + o.decay * p
        return p - o.lr * p:norm() / u:norm() * u, { m = m, v = v }
    end,
}
return require "net" ("pairing", { { a }, { b }, { y, 3 } }, { W, head.weight, head.bias },
    { loss = mf.loss.cross_entropy(head(mf.einsum("bi,oij,bj->bo", a, W, b):tanh()), y), optimizer = lamb })
