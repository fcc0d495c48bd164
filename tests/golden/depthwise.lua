-- The gradient of the weights of a depthwise convolution makes all sums of a channel at
-- once, of 7 x 7 taps too; of one with eight in a row, which fill a vector, a row at a time.
local mf = require "mfc"
local image = mf.input("image", { 8, 6, 12, 12 })
local dy = mf.input("dy", { 8, 6, 12, 12 })
local wide = mf.input("wide", { 8, 6, 10, 5 })
local few = mf.input("few", { 8, 6, 6, 6 })
local large = mf.param("large", { 6, 1, 7, 7 })
local weight, row = mf.param("weight", { 6, 1, 3, 3 }), mf.param("row", { 6, 1, 3, 8 })
local y = image:conv2d(weight, { pad = 1, groups = 6 })
return mf.program {
    funcs = {
        gradient = mf.func { inputs = { image, dy },
                             outputs = { mf.grad((y * dy):sum(), weight):as "dweight" } },
        planes = mf.func { inputs = { image, few },
                           outputs = { mf.grad((image:conv2d(large, { groups = 6 }) * few):sum(),
                                               large):as "dlarge" } },
        rows = mf.func { inputs = { image, wide },
                         outputs = { mf.grad((image:conv2d(row, { groups = 6 }) * wide):sum(),
                                             row):as "drow" } },
    },
}
