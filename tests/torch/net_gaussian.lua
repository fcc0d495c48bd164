-- A Gaussian process: conjugate gradients in a scan, the determinant by probes.
local mf = require "mfc"
mf.dtype "f64"
local N = 9
local x, y, probe = mf.input("x", { N, 2 }), mf.input("y", { N }), mf.input("probe", { N, 2 })
local length, scale, noise = mf.param("length", { 2 }), mf.param("scale", {}), mf.param("noise", {})
local z = x / length:exp()
local square = (z:unsqueeze(2) - z:unsqueeze(1)):square():sum(3)
local A = scale:exp() * (-0.5 * square):exp() + noise:exp() * mf.one_hot(mf.arange(N), N)
local r0 = mf.concat({ y:unsqueeze(2), probe }, 2)
local found = mf.scan(function(s)
    local ad = A:mm(s.d)
    local step = s.rr / (s.d * ad):sum(1)
    local r = s.r - step * ad
    local rr = (r * r):sum(1)
    return { x = s.x + step * s.d, r = r, d = r + rr / s.rr * s.d, rr = rr }
end, { x = mf.zeros { N, 3 }, r = r0, d = r0, rr = (r0 * r0):sum(1) }, mf.arange(5)).x
local fit = 0.5 * y:dot(found:select(2, 1))
local trace = 0.25 * (mf.stop_gradient(found:slice(2, 2, -1)) * A:mm(probe)):sum()
return require "net" ("gaussian", { { x }, { y }, { probe } }, { length, scale, noise },
    { loss = fit + trace, optimizer = mf.optim.Adam { lr = 0.02 } })
