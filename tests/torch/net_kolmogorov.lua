-- Kolmogorov and Arnold: a spline on every edge, by the recursion of de Boor and Cox.
local mf = require "mfc"
mf.dtype "f64"
local B = mf.dim("B", 5)
local x, y = mf.input("x", { B, 3 }), mf.input("y", { B, 1 })
local knots = {}
for i = -2, 6 do knots[#knots + 1] = -1.5 + 0.75 * i end
local t = mf.const(knots)
local function bumps(v)
    v = v:unsqueeze(-1)
    local b = mf.logical_and(v:ge(t:slice(1, 1, 8)), v:lt(t:slice(1, 2, 9))):cast(v.dtype)
    for k = 1, 2 do
        local m = 8 - k
        local function at(first) return t:slice(1, first, first + m - 1) end
        b = (v - at(1)) / (at(k + 1) - at(1)) * b:slice(-1, 1, m)
            + (at(k + 2) - v) / (at(k + 2) - at(2)) * b:slice(-1, 2, m + 1)
    end
    return b
end
local params, h = {}, x
for n, size in ipairs { { 3, 4 }, { 4, 1 } } do
    local spline = mf.param("spline" .. n, { size[1], 6, size[2] })
    local base = mf.param("base" .. n, size)
    h = h:silu():mm(base) + mf.einsum("big,igo->bo", bumps(h), spline)
    params[#params + 1], params[#params + 2] = spline, base
end
return require "net" ("kolmogorov", { { x }, { y } }, params,
    { loss = mf.loss.mse(h, y), optimizer = mf.optim.Adam { lr = 0.01 } })
