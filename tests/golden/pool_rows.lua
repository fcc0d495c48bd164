-- A maximum over windows along a row reads the row in order; sums, and rows that leave a
-- rest, stay as they are.
local mf = require "mfc"

local B = mf.dim("B", 2)
local x = mf.input("x", { B, 3, 8, 16 })
local y = mf.input("y", { B, 3, 12, 12 })
local z = mf.input("z", { B, 3, 12, 14 })

return mf.program {
    funcs = {
        largest = mf.func { inputs = { x }, outputs = { mf.nn.MaxPool2d(2)(x):as "top" } },
        thirds = mf.func { inputs = { y }, outputs = { mf.nn.MaxPool2d(3)(y):as "top" } },
        rest = mf.func { inputs = { z }, outputs = { mf.nn.MaxPool2d(2)(z):as "top" } },
        mean = mf.func { inputs = { x }, outputs = { mf.nn.AvgPool2d(2)(x):as "mean" } },
    },
}
