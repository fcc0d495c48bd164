-- An extended Kalman filter whose motion is a net: Jacobians by gradients inside the turns.
local mf = require "mfc"
mf.dtype "f64"
local B, n, m = mf.dim("B", 3), 3, 2
local seen, push = mf.input("seen", { B, 4, m }), mf.input("push", { B, 4, 1 })
local f1, f2 = mf.nn.Linear(n + 1, 5), mf.nn.Linear(5, n)
local q, r = mf.param("q", { n }), mf.param("r", { m })
local function look(x)
    return mf.stack({ (x:select(2, 1):square() + x:select(2, 2):square() + 1):sqrt(), x:select(2, 3):sin() }, 2)
end
local function jacobian(f, x, rows)
    local y, list = f(x), {}
    for i = 1, rows do list[i] = mf.grad(y:select(2, i):sum(), x) end
    return y, mf.stack(list, 2)
end
local function inverse(S)
    local a, b, c, d = S:flatten():split(4, 2)
    local det = a * d - b * c
    return (mf.concat({ d, -b, -c, a }, 2) / det):reshape { B, m, m }, det:squeeze(2)
end
local _, nll = mf.scan(function(s, t)
    local x, A = jacobian(function(v) return v + 0.1 * f2(f1(mf.concat({ v, t.push }, 2)):tanh()) end, s.x, n)
    local P = A:matmul(s.P):matmul(A:T()) + q:exp():diag()
    local z, H = jacobian(look, x, m)
    local inv, det = inverse(H:matmul(P):matmul(H:T()) + r:exp():diag())
    local e, K = t.seen - z, P:matmul(H:T()):matmul(inv)
    return { x = x + K:matmul(e:unsqueeze(-1)):squeeze(-1), P = P - K:matmul(H):matmul(P) },
           (mf.einsum("bi,bij,bj->b", e, inv, e) + det:log()):mean()
end, { x = mf.full({ B, n }, 0.1), P = mf.eye(n):expand(1, B) },
    { seen = seen:transpose(1, 2), push = push:transpose(1, 2) })
return require "net" ("tracking", { { seen }, { push } }, { f1.weight, f1.bias, f2.weight, f2.bias, q, r },
    { loss = nll:mean(), optimizer = mf.optim.Adam { lr = 0.01 } })
