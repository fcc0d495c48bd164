-- Implicit Euler: every step two turns of Newton, whose Jacobian is the network's, row by
-- row, and whose equations are solved inside the scan.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B = mf.dim("B", 3)
local start, seen = mf.input("c", { B, 3 }), mf.input("seen", { B, 4, 3 })
local f = nn.Sequential { nn.Linear(3, 5), nn.Tanh(), nn.Linear(5, 3) }
local _, path = mf.scan(function(c)
    local new = c
    for _ = 1, 2 do
        local r, rows = f(new) - mf.const { 1, 5, 20 } * new, {}
        for i = 1, 3 do
            rows[i] = mf.grad(r:select(2, i):sum(), new)
        end
        new = new - (mf.eye(3) - 0.1 * mf.stack(rows, 2)):solve(new - c - 0.1 * r)
    end
    return new, new
end, start, mf.zeros { 4 })
return require "net" ("kinetics", { { start }, { seen } }, f:params(),
    { loss = mf.loss.mse(path:transpose(1, 2), seen), optimizer = mf.optim.Adam { lr = 0.01 } })
