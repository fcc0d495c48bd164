-- Softmax divides once a row, and its gradient nowhere else.
local mf = require "mfc"

local x = mf.input("x", { 6, 40 })
local w = mf.input("w", { 6, 40 })
local p = mf.softmax(x)

return mf.program {
    funcs = { f = mf.func { inputs = { x, w },
                            outputs = { p:as "p", mf.grad((p * w):sum(), x):as "dx" } } },
}
