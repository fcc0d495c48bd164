-- drawn_taps.lua - the numbers of short last axes are drawn many at a time.
local mf = require "mfc"

local x = mf.input("x", { 2, 8, 5, 5 })
local W = mf.param("W", { 4, 8, 3, 3 }, mf.init.uniform(-0.1, 0.1))
local y = x:conv2d(W, { pad = 1 })

return mf.program {
    name = "drawn_taps",
    funcs = { predict = mf.func { inputs = { x }, outputs = { y:as "y" } } },
}
