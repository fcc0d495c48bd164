-- Two views of the same rows: a network follows the running mean of its own weights, which
-- lie in a scope that is not trained; batch norms in both, each called twice.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B = mf.dim("B", 6)
local a, b = mf.input("a", { B, 5 }), mf.input("b", { B, 5 })
local function twin()
    return nn.Sequential { nn.Linear(5, 6), nn.BatchNorm(6), nn.ReLU(), nn.Linear(6, 4) }
end
local online, guess
mf.scope("online", function() online, guess = twin(), nn.Linear(4, 4) end)
local target = mf.scope("target", twin, { trainable = false })
local function unit(v) return v / v:norm(-1, { keep = true }) end
local function side(x, y)
    return 2 - 2 * (unit(guess(online(x))) * unit(target(y)):stop_gradient()):sum(-1)
end
local loss = (side(a, b) + side(b, a)):mean()
for i, p in ipairs(target:params()) do
    mf.update(p, 0.75 * p + 0.25 * online:params()[i], loss)
end
local kept = {}
for _, net in ipairs { online, guess, target } do
    for _, p in ipairs(net:params()) do kept[#kept + 1] = p end
    local norm = net.layers and net.layers[2]
    if norm then kept[#kept + 1], kept[#kept + 2] = norm.running_mean, norm.running_var end
end
return require "net" ("bootstrap", { { a }, { b } }, kept,
    { loss = loss, optimizer = mf.optim.SGD { lr = 0.05, momentum = 0.9 } })
