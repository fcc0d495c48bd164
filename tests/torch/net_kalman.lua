-- A Kalman filter by a scan over keyed states; the noises are learnt by likelihood.
local mf = require "mfc"
mf.dtype "f64"
local B, T = mf.dim("B", 2), 7
local z = mf.input("z", { B, T })
local q, r = mf.param("q", {}), mf.param("r", {})
local F, H = mf.const { { 1, 1 }, { 0, 1 } }, mf.const { { 1, 0 } }
local I = mf.const { { 1, 0 }, { 0, 1 } }
local Q, R = mf.const { { 0.25, 0.5 }, { 0.5, 1 } } * q:exp(), r:exp()
local _, out = mf.scan(function(s, zt)
    local m, P = s.m:mm(F:T()), F:mm(s.P):mm(F:T()) + Q
    local S = H:mm(P):mm(H:T()) + R
    local K, e = P:mm(H:T()) / S, zt:unsqueeze(2) - m:mm(H:T())
    local l = e:squeeze(2) ^ 2 / S:reshape { B } + S:log():reshape { B }
    return { m = m + (K * e:unsqueeze(2)):squeeze(3), P = (I - K:mm(H)):mm(P) }, { l = l }
end, { m = mf.zeros { B, 2 }, P = 10 * I:expand(1, B) }, z:T())
return require "net" ("kalman", { { z } }, { q, r },
    { loss = 0.5 * out.l:sum(1):mean(), optimizer = mf.optim.Adam { lr = 0.1 } })
