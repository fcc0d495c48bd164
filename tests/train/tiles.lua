-- tiles.lua - products that are large enough for the register tile, with extents that
-- leave a rest everywhere: dense layers, a batch of products, a convolution, two
-- products into one sum, one summed over two axes, and one of a single term beside one.
local mf = require "mfc"
local rows = require "rows"
local nn = mf.nn

local B = mf.dim("B", 37)
local x, y = mf.input("x", { B, 45 }), mf.input("y", { B, 71 })
local h = nn.Linear(45, 71)(x):tanh()
local g = mf.sigmoid(nn.Linear(71, 71, { bias = false })(h) + nn.Linear(45, 71)(x))

local heads = g:slice(2, 1, 69):reshape { B, 3, 23 }
local score = mf.einsum("bhd,chd->hbc", heads, heads) / 5
local mixed = mf.einsum("hbc,chd->bhd", mf.softmax(score, -1), heads)
local W = mf.param("W", { 3, 23, 71 }, mf.init.normal { std = 0.1 })
local out = mf.einsum("bhd,hdo->bo", mixed, W)

local image = x:slice(2, 1, 36):reshape { B, 1, 6, 6 }
local seen = nn.Conv2d(1, 9, 3, { pad = 1 })(image):relu()
local deep = nn.Conv2d(9, 11, 3, { pad = 1, stride = 2 })(seen)
out = out + nn.Linear(99, 71)(deep:reshape { B, 99 }) + nn.Linear(1, 71)(x:slice(2, 5, 5))

return mf.program {
    name = "tiles",
    data = mf.data.inline { x = rows.real(74, 45, 7, 3), y = rows.real(74, 71, 5, 2) },
    train = mf.train { loss = mf.loss.mse(out + h, y), optimizer = mf.optim.Adam { lr = 1e-2 },
                       epochs = 6, seed = 2 },
    funcs = { predict = mf.func { inputs = { x }, outputs = { out:as "out" }, dims = { B = 1 } } },
}
