-- options: --threads
-- The gradient of a convolution's weights, in four tiles for threads: channels 4 by 4 of
-- the image, 36 rows of the product, and not one by one, which would read all of the
-- other operand sixteen times.
local mf = require "mfc"
local image = mf.input("image", { 32, 16, 32, 32 })
local dy = mf.input("dy", { 32, 16, 32, 32 })
local weight = mf.param("weight", { 16, 16, 3, 3 })
local dweight = mf.grad((image:conv2d(weight, { pad = 1 }) * dy):sum(), weight)
return mf.program {
    funcs = { gradient = mf.func { inputs = { image, dy }, outputs = { dweight:as "dweight" } } },
}
