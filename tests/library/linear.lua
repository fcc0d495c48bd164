-- linear.lua - solve, inv, det and cholesky beside what is known of small matrices: pivots
-- that begin with zero, rows in every order, batches, dims with names, gradients and
-- gradients of gradients.

local mf = require "mfc"
mf.dtype "f64"
local errors = {}

local function near(name, value, want)
    local off = mf.abs(value - want)
    errors[#errors + 1] = (off.rank == 0 and off or off:max()):as("error_" .. name)
end

local N = mf.dim("N", 3)
local values = { { { 0, 2, 1 }, { 1, -2, -3 }, { -1, 1, 2 } }, { { 4, 1, 0 }, { 1, 3, -1 }, { 0, -1, 2 } } }
local a = mf.param("a", { 2, N, N }, mf.init.values(values))
local x = mf.const { { { 1, 4 }, { -2, 5 }, { 3, -6 } }, { { 7, 0 }, { 0.5, 1 }, { 2, 2 } } }
local named = x:reshape { 2, N, 2 }
near("solve", a:solve(a:matmul(named)), named)
local vector = named:select(3, 1)
near("solve_vector", a:solve(a:matmul(vector:unsqueeze(-1)):squeeze(-1)), vector)
near("solve_one", mf.const { { 0, 2 }, { 4, 0 } }:solve(mf.const { 6, 2 }), mf.const { 0.5, 3 })
near("solve_negative", mf.const { { 0, 1 }, { -4, 0 } }:solve(mf.const { 6, 2 }), mf.const { -0.5, 6 })
near("inv", a:inv():matmul(a), mf.eye(3):reshape { N, N })
near("inv_one", mf.const { { { 4 } } }:inv(), 0.25)
near("det", a:det(), mf.const { 1, 18 })
near("det_orders", mf.stack({ mf.const { { 0, 1, 0 }, { 0, 0, 2 }, { 3, 0, 0 } }:det(), mf.const { { 0, 1, 0 }, { 2, 0, 0 }, { 0, 0, 3 } }:det(),
    mf.const { { 0, 0, 1 }, { 0, 2, 0 }, { 3, 0, 0 } }:det(), mf.const { { 1, 2 }, { 2, 4 } }:det(),
    mf.const { { 0, 0, 1 }, { 0, 0, 2 }, { 3, 4, 0 } }:det() }, 1), mf.const { 6, -6, -6, 0, 0 })
local spd = a:matmul(a:T()) + mf.eye(3):reshape { N, N }
local low = spd:cholesky()
near("cholesky", low:matmul(low:T()), spd)
near("cholesky_low", low:triu(1), 0)
near("cholesky_half", (spd:tril() + 7 * spd:ones_like():triu(1)):cholesky(), low)

-- d log |det a| = a^-T; of x = a^-1 b with a seed of ones: -(a^-T 1) x'.
near("det_gradient", mf.grad(a:det():abs():log():sum(), a), a:inv():T())
local b = mf.param("b", { 2, N }, mf.init.values { { 1, 2, 3 }, { -1, 0, 2 } })
local y = a:solve(b)
local pulled = a:T():solve(b:ones_like())
local da, db = table.unpack(mf.grad(y:sum(), { a, b }))
near("solve_gradient_b", db, pulled)
near("solve_gradient_a", da, -pulled:unsqueeze(-1) * y:unsqueeze(-2))
near("solve_gradient_again", mf.grad(da:square():sum(), b), mf.grad((pulled:unsqueeze(-1) * y:unsqueeze(-2)):square():sum(), b))
near("cholesky_gradient", mf.grad(low:diag():log():sum(), a), spd:inv():matmul(a))

local B = mf.dim("B", 1)
local z = mf.input("z", { B, 1 })
return mf.program {
    name = "linear",
    data = mf.data.inline { z = { { 0 } } },
    train = mf.train { loss = 0 * (z:sum() + a:sum() + b:sum()), optimizer = mf.optim.SGD { lr = 0 }, steps = 1 },
    funcs = { errors = mf.func { inputs = {}, outputs = errors } },
}
