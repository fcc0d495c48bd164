-- A linear regulator: Riccati's iteration inside the loss, the dynamics learned through it.
local mf = require "mfc"
mf.dtype "f64"
local B = mf.dim("B", 3)
local start, push = mf.input("start", { B, 3 }), mf.input("push", { B, 4, 2 })
local A, Bu, q = mf.param("A", { 3, 3 }), mf.param("Bu", { 3, 2 }), mf.param("q", { 3 })
local Q = mf.diag(q:exp())
local function gain(P) return (mf.eye(2) + Bu:T():mm(P):mm(Bu)):solve(Bu:T():mm(P):mm(A)) end
local P = mf.scan(function(P) return Q + A:T():mm(P):mm(A - Bu:mm(gain(P))) end, Q, mf.zeros { 8 })
local K = gain(P)
local _, us = mf.scan(function(x)
    local u = -x:mm(K:T())
    return x:mm(A:T()) + u:mm(Bu:T()), u
end, start, mf.zeros { 4 })
return require "net" ("regulator", { { start }, { push } }, { A, Bu, q },
    { loss = mf.loss.mse(us:transpose(1, 2), push), optimizer = mf.optim.Adam { lr = 0.01 } })
