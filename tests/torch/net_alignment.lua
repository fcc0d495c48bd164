-- Soft time warping with its cells in two loops of the script: equal kernels whose numbers are arguments.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, N, gamma = mf.dim("B", 3), 6, 0.2
local x, want = mf.input("x", { B, N, 2 }), mf.input("want", { B, N, 2 })
local a, h0 = nn.Linear(2, 5), mf.param("h0", { 5 })
local b, c = nn.Linear(5, 5, { bias = false }), nn.Linear(5, 2)
local h, outs = h0:broadcast { B, 5 }, {}
for t = 1, N do
    h = (a(x:select(2, t)) + b(h)):tanh()
    outs[t] = c(h)
end
local D = (mf.stack(outs, 2):unsqueeze(3) - want:unsqueeze(2)):square():sum(-1)
local R = { [0] = { [0] = mf.zeros { B } } }
for j = 1, N do R[0][j] = mf.full({ B }, 1e8) end
for i = 1, N do
    R[i] = { [0] = mf.full({ B }, 1e8) }
    for j = 1, N do
        local three = mf.stack({ R[i - 1][j], R[i][j - 1], R[i - 1][j - 1] }, 1)
        R[i][j] = D:select(2, i):select(2, j) - gamma * (three / -gamma):logsumexp(1)
    end
end
return require "net" ("alignment", { { x }, { want } }, nn.Sequential({ a, function() return h0 end, b, c }):params(),
    { loss = R[N][N]:mean(), optimizer = mf.optim.SGD { lr = 0.01 } })
