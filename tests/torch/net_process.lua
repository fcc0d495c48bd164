-- A Gaussian process, exact: Cholesky's factor a column a turn, and the triangle solved a row a turn.
local mf = require "mfc"
mf.dtype "f64"
local N = mf.dim("N", 6)
local x, y = mf.input("x", { N, 2 }), mf.input("y", { N })
local scale, size, noise = mf.param("scale", { 2 }), mf.param("size", {}), mf.param("noise", {})
local z = x / scale:exp()
local far = (z:unsqueeze(2) - z):square():sum(3)
local one = mf.one_hot(mf.arange(N), N)                    -- row j chooses j
local K = (2 * size):exp() * (-far / 2):exp() + (noise:exp() + 0.1) * one
local L, logs = mf.scan(function(L, c)
    local column = mf.einsum("ij,j->i", K, c.one) - mf.einsum("ik,jk,j->i", L, L, c.one)
    local pivot = column:dot(c.one)
    return L + mf.outer(column * c.below / pivot:sqrt(), c.one), pivot:log() / 2
end, mf.zeros { N, N }, { one = one, below = one:cumsum(2) })
local w = mf.scan(function(w, c)
    local row = mf.einsum("ij,i->j", L, c)
    return w + (y:dot(c) - row:dot(w)) / row:dot(c) * c
end, mf.zeros { N }, one)
return require "net" ("process", { { x }, { y } }, { scale, size, noise },
    { loss = w:dot(w) / 2 + logs:sum(), optimizer = mf.optim.Adam { lr = 0.02 } })
