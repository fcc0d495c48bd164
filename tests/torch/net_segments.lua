-- Attention along the edges of graphs, and what each node hears: mean, largest, smallest.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, N, E = mf.dim("B", 2), 4, 9
local nodes = mf.input("nodes", { B, N, 3 })
local from, to = mf.input("from", { B, E }, "i32"), mf.input("to", { B, E }, "i32")
local want = mf.input("want", { B, N, 2 })
local own, other, out = nn.Linear(3, 6), nn.Linear(3, 6), nn.Linear(24, 2)
local a = mf.param("a", { 2, 3 })
local function at(x, ids)
    return x:take_along(ids:reshape { B, E, 1, 1 }, 2)
end
local h = own(nodes):reshape { B, N, 2, 3 }
local score = ((at(h, to) + at(other(nodes):reshape { B, N, 2, 3 }, from)):leaky_relu(0.2) * a):sum(-1)
local heard = at(h, from) * score:segment_softmax(to, N):unsqueeze(-1)
local all = { heard:segment_sum(to, N), heard:segment_mean(to, N), heard:segment_max(to, N + 1),
              heard:segment_min(to, N) }
all[3] = all[3]:slice(2, 1, N)
for i = 1, 4 do
    all[i] = all[i]:reshape { B, N, 6 }
end
local loss = mf.loss.mse(out(mf.concat(all, -1)), want)
return require "net" ("segments", { { nodes }, { from, N }, { to, N - 1 }, { want } },
    { a, table.unpack(nn.Sequential({ own, other, out }):params()) },
    { loss = loss, optimizer = mf.optim.SGD { lr = 0.1 } })
