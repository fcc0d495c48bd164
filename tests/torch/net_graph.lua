-- Messages along edges: rows taken by ids, a softmax among the edges of a node, and sums
-- of them by one-hot products.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, N, E, H = mf.dim("B", 2), 7, 13, 6
local x, y = mf.input("x", { B, N, 3 }), mf.input("y", { B, N }, "i32")
local source, target = mf.input("source", { B, E }, "i32"), mf.input("target", { B, E }, "i32")
local function rows(t, ids) return t:take_along(ids:unsqueeze(3):broadcast { B, E, t.shape[3] }, 2) end
local function gathered(v) return mf.einsum("ben,bef->bnf", mf.one_hot(target, N), v) end
local enter, attend, send, leave = nn.Linear(3, H), nn.Linear(2 * H, 1), nn.Linear(H, H), nn.Linear(H, 3)
local h = enter(x)
local from, to = rows(h, source), rows(h, target)
local score = attend(mf.concat({ from, to }, 3)):leaky_relu(0.2)
local e = (score - mf.stop_gradient(score:max(2, { keep = true }))):exp()
local part = e / (rows(gathered(e), target) + 1e-9)
local logits = leave((h + gathered(part * send(from))):elu())
return require "net" ("graph", { { x }, { source, N }, { target, N }, { y, 3 } },
    nn.Sequential({ enter, attend, send, leave }):params(),
    { loss = mf.loss.cross_entropy(logits, y), optimizer = mf.optim.RMSprop { lr = 0.01 } })
