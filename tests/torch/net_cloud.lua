-- Clouds of points: a learnt turn, features of points and their largest, a grid folded into a
-- cloud; nearest neighbours both ways, and transport in logarithms.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, N, M = mf.dim("B", 2), 7, 6
local points = mf.input("points", { B, N, 3 })
local layers = nn.Sequential {}
local function layer(l) layers:add(l) return l end
local turn = layer(nn.Conv1d(3, 6, 1))(points:transpose(2, 3)):softsign():max(3)
turn = layer(nn.Linear(6, 9))(turn):reshape { B, 3, 3 } + mf.eye(3)
local h = layer(nn.Conv1d(3, 8, 1))(points:mm(turn):transpose(2, 3))
local code = layer(nn.GroupNorm(2, 8))(h):hardswish():max(3)
local grid = mf.stack({ mf.linspace(-1, 1, M), mf.linspace(1, -0.5, M):square() }, 2)
local cloud = mf.concat({ code:expand(2, M), grid:unsqueeze(1):broadcast { B, M, 2 } }, 3)
cloud = layer(nn.Linear(10, 8))(cloud):selu()
cloud = layer(nn.Linear(4, 3))(cloud:glu())
local d = (cloud:unsqueeze(3) - points:unsqueeze(2)):square():sum(-1)
local f, u = mf.zeros { B, M }, mf.zeros { B, N }
for _ = 1, 4 do
    f = 0.5 * math.log(N) - 0.5 * ((u:unsqueeze(2) - d) / 0.5):logsumexp(3)
    u = 0.5 * math.log(M) - 0.5 * ((f:unsqueeze(3) - d) / 0.5):logsumexp(2)
end
local straight = (turn:mm(turn:T()) - mf.eye(3)):square():sum { 2, 3 }:mean()
local loss = d:min(2):mean() + d:min(3):mean() + 0.1 * (f:mean() + u:mean()) + 0.01 * straight
return require "net" ("cloud", { { points } }, layers:params(),
    { loss = loss, optimizer = mf.optim.Adam { lr = 0.01 } })
