-- params.lua - a list of parameters may hold lists, and one of them twice: it counts once.

local mf = require "mfc"
mf.dtype "f64"
local a, b, c = mf.param("a", { 2 }, 1), mf.param("b", { 2 }, 1), mf.param("c", { 2 }, 1)
local clipped = 1 - 0.1 * 2 / (4 + 1e-6) -- of four gradients of 2, to the norm of 1
return mf.program {
    train = mf.train {
        loss = (a * b * c):square():sum(),
        optimizer = mf.optim.SGD { lr = 0.1 },
        params = { a, { b, { again = a } } },
        clip_norm = 1,
        steps = 1,
    },
    funcs = {
        errors = mf.func { inputs = {}, outputs = {
            mf.abs(a - clipped):max():as "error_first", mf.abs(b - clipped):max():as "error_nested",
            mf.abs(c - 1):max():as "error_others",
        } },
    },
}
