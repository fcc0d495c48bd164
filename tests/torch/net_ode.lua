-- A neural differential equation: Runge and Kutta's fourth order by a scan.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, n, dt = mf.dim("B", 4), 8, 0.125
local x, y = mf.input("x", { B, 2 }), mf.input("y", { B, 2 })
local one, two = nn.Linear(3, 7), nn.Linear(7, 2)
local function f(z, t) return two(one(mf.concat({ z, t:broadcast { B, 1 } }, 2)):tanh()) end
local z = mf.scan(function(z, t)
    local k1 = f(z, t)
    local k2 = f(z + dt / 2 * k1, t + dt / 2)
    local k3 = f(z + dt / 2 * k2, t + dt / 2)
    local k4 = f(z + dt * k3, t + dt)
    return z + dt / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
end, x, mf.arange(n):cast "f64" * dt)
return require "net" ("ode", { { x }, { y } }, nn.Sequential { one, two }:params(),
    { loss = mf.loss.mse(z, y), optimizer = mf.optim.Adam { lr = 0.01 } })
