-- Features chosen by a sparse softmax, its order found by comparing all pairs; a norm over
-- groups of four rows, so that a batch of one is none.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B = mf.dim("B", 8)
local x, y = mf.input("x", { B, 6 }), mf.input("y", { B }, "i32")
local g, b = mf.param("ghost1.g", { 6 }), mf.param("ghost1.b", { 6 })
local function ghost(v)
    v = v:reshape { -1, 4, 6 }
    v = (v - v:mean(2, { keep = true })) / (v:var(2, { keep = true }) + 1e-5):sqrt()
    return v:reshape { B, 6 } * g + b
end
local function sparsemax(z)
    local larger = z:unsqueeze(2):ge(z:unsqueeze(3)):cast "f64"
    local inside = (1 + larger:sum(3) * z):gt((larger * z:unsqueeze(2)):sum(3)):cast "f64"
    local tau = ((inside * z):sum(2, { keep = true }) - 1) / inside:sum(2, { keep = true })
    return (z - tau):relu()
end
local choose, each, last = nn.Linear(6, 6, { bias = false }), nn.Linear(6, 8), nn.Linear(8, 3)
local mask = sparsemax(ghost(choose(x)))
local entropy = -(mask * (mask + 1e-3):log()):sum(-1):mean()
local h = each(mask * x)
return require "net" ("sparse", { { x }, { y, 3 } },
    { g, b, choose.weight, each.weight, each.bias, last.weight, last.bias },
    { loss = mf.loss.cross_entropy(last(h * h:sigmoid()), y) + 0.01 * entropy,
      optimizer = mf.optim.RMSprop { lr = 0.01 } })
