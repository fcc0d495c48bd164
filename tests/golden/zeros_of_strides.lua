-- A gradient of four strides is one of them in each turn; of the zeros of the others one
-- is left, which makes 0 of -0.
local mf = require "mfc"
local x = mf.input("x", { 2, 4, 4, 6 })
local w = mf.input("w", { 2, 2, 2, 24 })
local a, b = x:slice(2, 1, -1, 2), x:slice(2, 2, -1, 2)
local all = mf.concat({ a:slice(3, 1, -1, 2), b:slice(3, 1, -1, 2),
    a:slice(3, 2, -1, 2), b:slice(3, 2, -1, 2) }, 4)

return mf.program {
    funcs = { merge = mf.func { inputs = { x, w },
        outputs = { mf.grad((all * w):sum(), x):as "dx" } } },
}
