-- small.lua - gradients of 1e-10 are no reason to forget them: six steps of a momentum in
-- f32, beside plain arithmetic. Denormal numbers alone are taken for 0.

local mf = require "mfc"

local want, v = 0, 0
for _ = 1, 6 do
    v = 0.5 * v + 1e-10
    want = want - v
end

local p = mf.param("p", { 3 }, mf.init.zeros())
local near = mf.abs(p / want - 1):max():lt(1e-5)

return mf.program {
    name = "small",
    train = mf.train { loss = 1e-10 * p:sum(), steps = 6,
                       optimizer = mf.optim.SGD { lr = 1, momentum = 0.5 } },
    funcs = { errors = mf.func { inputs = {},
                                 outputs = { (1 - near:cast "f32"):as "error_momentum" } } },
}
