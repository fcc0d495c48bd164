-- What pictures cannot be made of.
local mf = require "mfc"
local image = mf.input("image", { 2, 6, 5, 7 })
local a = image:pad({ { 0, 0 }, { 0, 0 }, { 5, 0 }, { 0, 0 } }, "reflect")
local b = image:pad({ { 0, 0 }, { 0, 0 }, { 1, 0 }, { 0, 0 } }, "mirror")
local c = image:resize()
local d = image:upsample(2, { mode = "cubic" })
local e = image:pixel_shuffle(2)
local f = image:pixel_unshuffle { 1, 2 }
local g = image:channel_shuffle(4)
local h = image:conv2d(mf.zeros { 2, 6, 3, 3 }, { pad = "same", stride = 2 })
local i = image:flatten(3):fold({ 5, 7 }, 2)
local j = image:grid_sample(mf.zeros { 2, 4, 3 })
local k = mf.nn.PixelShuffle()
local m = image:pad({ { 0, 0 }, { 1, 1 } }, "replicate")
local o = image:flatten(3):fold({ 5, 7 }, { 1, 2 })
local l = image:adaptive_avg_pool1d(1)
return mf.program { funcs = { all = mf.func { inputs = { image }, outputs = { a } } } }
