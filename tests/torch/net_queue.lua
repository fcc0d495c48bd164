-- Contrast with a queue of keys that mf.update moves on: the hardest of them by topk, directions, distances.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, D, Q = mf.dim("B", 4), 5, 12
local a, b = mf.input("a", { B, 6 }), mf.input("b", { B, 6 })
local function encoder() return nn.Sequential { nn.Linear(6, 8), nn.LayerNorm(8), nn.SELU(), nn.Linear(8, D) } end
local online = mf.scope("online", encoder)
local follower = mf.scope("follower", encoder, { trainable = false })
local queue = mf.param("queue", { Q, D }, mf.init.normal(), { trainable = false })
local z, key = online(a):normalize(), mf.stop_gradient(follower(b):normalize())
local near = (z * key):sum(-1, { keep = true })
local far = z:mm(queue:normalize():T()):topk(7)
local score = mf.concat({ near, far }, 2) / 0.2
local loss = mf.loss.cross_entropy(score, mf.zeros({ B }, "i32"))
    + mf.loss.triplet(z, key, key:flip(1), { margin = 0.3 }) - 0.1 * z:cdist(z):triu(1):mean()
mf.update(queue, mf.concat({ key, queue:slice(1, 1, Q - B) }, 1))
local kept = {}
for i, p in ipairs(follower:params()) do mf.update(p, p:lerp(online:params()[i], 0.1)) end
for _, net in ipairs { online, follower } do
    for _, p in ipairs(net:params()) do kept[#kept + 1] = p end
end
kept[#kept + 1] = queue
return require "net" ("queue", { { a }, { b } }, kept,
    { loss = loss, optimizer = mf.optim.SGD { lr = 0.1, momentum = 0.9 } })
