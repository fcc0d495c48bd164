-- pinn_burgers.lua - Burgers' equation by a physics-informed network (Raissi et al. 2019):
-- u(t, x) is a network, and the loss asks that
--     u_t + u u_x = (0.01 / pi) u_xx            inside,   0 < t < 1, -1 < x < 1
--     u(0, x) = -sin(pi x),  u(t, -1) = u(t, 1) = 0       on the border.
-- The derivatives are gradients of gradients. The points are a Halton sequence.

local mf = require "mfc"
local nn, init = mf.nn, mf.init
local viscosity = 0.01 / math.pi

local B = mf.dim("B", 1024)
local t = mf.input("t", { B, 1 })
local x = mf.input("x", { B, 1 })

local glorot = { init = init.glorot_normal(), bias = init.zeros() }
local net = nn.Sequential { nn.Linear(2, 20, glorot), nn.Tanh() }
for _ = 1, 7 do
    net:add(nn.Linear(20, 20, glorot)):add(nn.Tanh())
end
net:add(nn.Linear(20, 1, glorot))

local function solution(time, place)
    return net(mf.concat({ time, place }, 2))
end

-- inside
local u = solution(t, x)
local first = mf.grad(u:sum(), { t, x })
local u_t, u_x = first[1], first[2]
local u_xx = mf.grad(u_x:sum(), x)
local residual = u_t + u * u_x - viscosity * u_xx

-- on the border: 64 points at t = 0, 16 at each end
local border_t, border_x, border_u = {}, {}, {}
local function on_border(time, place, value)
    local i = #border_t + 1
    border_t[i], border_x[i], border_u[i] = { time }, { place }, { value }
end
for i = 0, 63 do
    local place = -1 + 2 * i / 63
    on_border(0, place, -math.sin(math.pi * place))
end
for i = 1, 16 do
    on_border(i / 16, -1, 0)
    on_border(i / 16, 1, 0)
end
local on = solution(mf.const(border_t), mf.const(border_x))

local loss = mf.square(residual):mean() + mf.loss.mse(on, mf.const(border_u))

-- Element i of the Halton sequence: the digits of i in this base, mirrored at the point.
local function halton(i, base)
    local value, place = 0, 1 / base
    while i > 0 do
        value = value + (i % base) * place
        i, place = i // base, place / base
    end
    return value
end
local points_t, points_x = {}, {}
for i = 1, 1024 do
    points_t[i] = { halton(i, 2) }
    points_x[i] = { -1 + 2 * halton(i, 3) }
end

return mf.program {
    name = "pinn_burgers",
    data = mf.data.inline { t = points_t, x = points_x },
    train = mf.train { loss = loss,
                       optimizer = mf.optim.Adam { lr = mf.optim.cosine { from = 1e-3 } },
                       steps = 5000, seed = 1, shuffle = false },
    funcs = {
        predict = mf.func { inputs = { t, x }, outputs = { u, u_t, u_x, u_xx, residual },
                            dims = { B = 1 } },
    },
}
