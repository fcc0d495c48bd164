-- A Kalman filter of four states and three sensors, whose noise is learned: a system, an
-- inverse and a determinant in every turn, and a Cholesky factor at the end.
local mf = require "mfc"
mf.dtype "f64"
local B = mf.dim("B", 3)
local z = mf.input("z", { B, 5, 3 })
local A, C = mf.param("A", { 4, 4 }), mf.param("C", { 3, 4 })
local q, r = mf.param("q", { 4 }), mf.param("r", { 3 })
local Q, R = mf.diag(q:exp()), mf.diag(r:exp())
local state, costs = mf.scan(function(s, seen)
    local x, P = s.x:mm(A:T()), A:mm(s.P):mm(A:T()) + Q
    local S = C:mm(P):mm(C:T()) + R
    local K, e = S:solve(C:mm(P)):T(), seen - x:mm(C:T())
    local cost = (e * e:mm(S:inv())):sum(2):mean() + S:det():log()
    return { x = x + e:mm(K:T()), P = (mf.eye(4) - K:mm(C)):mm(P) }, cost
end, { x = mf.zeros { B, 4 }, P = mf.eye(4) }, z:transpose(1, 2))
local low = (state.P + state.P:T()):cholesky()
return require "net" ("sensors", { { z } }, { A, C, q, r },
    { loss = costs:mean() + 2 * low:diag():log():sum(), optimizer = mf.optim.Adam { lr = 0.01 } })
