-- options: --threads
-- A vector of which half is used takes hardly less than a whole one: halves of images
-- of 14 x 14 are the rows of a tile, and weights its columns.
local mf = require "mfc"
local image = mf.input("image", { 8, 256, 14, 14 })
local weight = mf.param("weight", { 256, 256, 3, 3 })
return mf.program {
    funcs = {
        conv = mf.func { inputs = { image }, outputs = { image:conv2d(weight, { pad = 1 }):as "y" } },
    },
}
