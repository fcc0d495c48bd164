-- An optimiser of the script's own: matrices by inverse fourth roots from both sides, found by a scan in the
-- update; its states have shapes of their own, and biases have none of them.
local mf = require "mfc"
mf.dtype "f64"
local B = mf.dim("B", 5)
local x, y = mf.input("x", { B, 4 }), mf.input("y", { B }, "i32")
local l1, l2 = mf.nn.Linear(4, 6), mf.nn.Linear(6, 3)
local function root(a, n)
    local one = mf.eye(n)
    a = a + 1e-2 * one
    local size = a:norm()
    local last = mf.scan(function(c)
        local t = (5 * one - c.a) / 4
        return { a = t:mm(t):mm(t):mm(t):mm(c.a), x = c.x:mm(t) }
    end, { a = a / size, x = one }, mf.zeros { 8 })
    return last.x / size ^ 0.25
end
local function side(k) return function(p) return p.rank == 2 and { p.shape[k], p.shape[k] } or { 1 } end end
local optimizer = mf.optim.custom {
    lr = 0.1,
    state = { "m", left = side(1), right = side(2) },
    update = function(p, g, s, o)
        local m, left, right = 0.9 * s.m + 0.1 * g, s.left, s.right
        local step = m
        if p.rank == 2 then
            left, right = left + g:mm(g:T()), right + g:T():mm(g)
            step = root(left, p.shape[1]):mm(m):mm(root(right, p.shape[2]))
        end
        return p - o.lr * step, { m = m, left = left, right = right }
    end,
}
return require "net" ("roots", { { x }, { y, 3 } }, { l1.weight, l1.bias, l2.weight, l2.bias },
    { loss = mf.loss.cross_entropy(l2(l1(x):tanh()), y), optimizer = optimizer })
