-- options: --threads
-- The gradient of a convolution's weights: threads share the rows of one tile, channels
-- of the image, and none reads the other operand more than once.
local mf = require "mfc"
local image = mf.input("image", { 32, 16, 32, 32 })
local dy = mf.input("dy", { 32, 16, 32, 32 })
local weight = mf.param("weight", { 16, 16, 3, 3 })
local dweight = mf.grad((image:conv2d(weight, { pad = 1 }) * dy):sum(), weight)
return mf.program {
    funcs = { gradient = mf.func { inputs = { image, dy }, outputs = { dweight:as "dweight" } } },
}
