-- Coloured Gaussians in the plane, turned and stretched, blended from front to back: sorted
-- by a depth that is learned, what is left of the light by cumulative products.
local mf = require "mfc"
mf.dtype "f64"
local B, G, S = mf.dim("B", 2), 5, 6
local picture = mf.input("picture", { B, S, S, 3 })
local place, size = mf.param("place", { G, 2 }), mf.param("size", { G, 2 })
local turn, depth = mf.param("turn", { G }), mf.param("depth", { G })
local opacity, colour = mf.param("opacity", { G }), mf.param("colour", { G, 3 })
local order = depth:argsort()
local function sorted(t)
    return (t * (1 + 0.1 * depth:reshape { G, t.rank == 2 and 1 or nil })):gather(order)
end
local at, stretch = sorted(place), sorted(size):exp()
local c, s = sorted(turn):cos(), sorted(turn):sin()
local g = mf.linspace(-1, 1, S)
local x = g:reshape { 1, S, 1 } - at:select(2, 1)
local y = g:reshape { S, 1, 1 } - at:select(2, 2)
local u, v = (x * c + y * s) * stretch:select(2, 1), (y * c - x * s) * stretch:select(2, 2)
local alpha = sorted(opacity):sigmoid() * (-0.5 * (u ^ 2 + v ^ 2)):exp()
local left = (1 - alpha):cumprod(-1):pad({ { 0, 0 }, { 0, 0 }, { 1, 0 } }, 1)
local light = mf.einsum("yxg,gc->yxc", alpha * left:slice(-1, 1, G), sorted(colour):sigmoid())
    + left:slice(-1, G + 1, G + 1)
return require "net" ("splats", { { picture } }, { place, size, turn, depth, opacity, colour }, {
    loss = mf.loss.huber(light:unsqueeze(1):broadcast { B, S, S, 3 }, picture),
    optimizer = mf.optim.Adam { lr = 0.01 } })
