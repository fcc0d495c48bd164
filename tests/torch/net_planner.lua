-- A plan of four pushes, made better by three steps down its cost under a learned model;
-- the gradient goes through those steps, and their length is learned too.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B = mf.dim("B", 3)
local start, expert = mf.input("start", { B, 3 }), mf.input("expert", { B, 1 })
local model = nn.Sequential { nn.Linear(4, 5), nn.Tanh(), nn.Linear(5, 3) }
local goal, rate = mf.param("goal", { 3 }), mf.param("rate", {})
local u = mf.zeros { B, 4 }
for _ = 1, 3 do
    local s, cost = start, 0
    for t = 1, 4 do
        local a = u:slice(2, t, t)
        s = s + 0.1 * model(mf.concat({ s, a }, 2))
        cost = cost + (s - goal):square():sum() + 0.1 * a:square():sum()
    end
    u = (u - rate:exp() * mf.grad(cost, u)):hardtanh(-0.4, 0.4)
end
local params = model:params()
params[#params + 1], params[#params + 2] = goal, rate
return require "net" ("planner", { { start }, { expert } }, params,
    { loss = mf.loss.mse(u:slice(2, 1, 1), expert), optimizer = mf.optim.Adam { lr = 0.01 } })
