-- A flow by its stream function: third and mixed derivatives of the net by its inputs, in products of each other.
local mf = require "mfc"
mf.dtype "f64"
local B = mf.dim("B", 6)
local at, flow = mf.input("at", { B, 3 }), mf.input("flow", { B, 2 })
local l1, l2, nu = mf.nn.Linear(3, 6), mf.nn.Linear(6, 2), mf.param("nu", {})
local x, y, t = at:split(3, 2)
local psi, p = l2(l1(mf.concat({ x, y, t }, 2)):tanh()):split(2, 2)
local function d(f, s) return mf.grad(f:sum(), s) end
local u, v = d(psi, y), -d(psi, x)
local ux, uy, ut = table.unpack(d(u, { x, y, t }))
local vx, vy, vt = table.unpack(d(v, { x, y, t }))
local f = ut + u * ux + v * uy + d(p, x) - nu * (d(ux, x) + d(uy, y))
local g = vt + u * vx + v * vy + d(p, y) - nu * (d(vx, x) + d(vy, y))
local loss = mf.loss.mse(mf.concat({ u, v }, 2), flow) + f:square():mean() + g:square():mean()
return require "net" ("stream", { { at }, { flow } }, { l1.weight, l1.bias, l2.weight, l2.bias, nu },
    { loss = loss, optimizer = mf.optim.Adam { lr = 0.01 } })
