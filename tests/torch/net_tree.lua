-- A child-sum LSTM over trees: nodes in order, children before parents, whose states stand
-- in a table that a loop fills and gathers from. Children of leaves are the row behind the last.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, N, V, D, H = mf.dim("B", 3), mf.dim("N", 6), 9, 4, 5
local x, y = mf.input("x", { B, N }, "i32"), mf.input("y", { B }, "i32")
local left, right = mf.input("left", { B, N }, "i32"), mf.input("right", { B, N }, "i32")
local embedding = nn.Embedding(V, D)
local gates, forget = nn.Linear(D, 3 * H), nn.Linear(D, H)
local from_sum = nn.Linear(H, 3 * H, { bias = false })
local from_child = nn.Linear(H, H, { bias = false })
local head = nn.Linear(H, 4)
local params = nn.Sequential { embedding, gates, forget, from_sum, from_child, head }:params()
local at = mf.arange(N)
local function child(ids) -- a later node is none
    return mf.where(ids:lt(at), ids, N.value):T()
end
local rows = N.value + 1
local function row(states, ids)
    return states:take_along(ids:reshape { B, 1, 1 }:broadcast { B, 1, H }, 2):squeeze(2)
end
local last = mf.scan(function(s, now)
    local hl, hr = row(s.h, now.left), row(s.h, now.right)
    local cl, cr = row(s.c, now.left), row(s.c, now.right)
    local i, o, u = (gates(now.word) + from_sum(hl + hr)):split(3, -1)
    local f = forget(now.word)
    local c = i:sigmoid() * u:tanh() + (f + from_child(hl)):sigmoid() * cl
        + (f + from_child(hr)):sigmoid() * cr
    local h = o:sigmoid() * c:tanh()
    local here = mf.arange(rows):eq(now.at):reshape { rows, 1 }
    return { h = mf.where(here, h:unsqueeze(2), s.h), c = mf.where(here, c:unsqueeze(2), s.c) }
end, { h = mf.zeros { B, rows, H }, c = mf.zeros { B, rows, H } },
    { word = embedding(x):transpose(1, 2), left = child(left), right = child(right), at = at })
return require "net" ("tree", { { x, V }, { left, 6 }, { right, 6 }, { y, 4 } }, params, {
    loss = mf.loss.cross_entropy(head(last.h:select(2, N.value)), y),
    optimizer = mf.optim.Adagrad { lr = 0.05 } })
