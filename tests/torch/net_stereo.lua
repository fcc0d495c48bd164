-- Two views: a volume of their features at every disparity, 3-d convolutions and a soft choice among them.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, H, W, D, C = mf.dim("B", 2), 4, 7, 3, 2
local left, right, disp = mf.input("left", { B, 1, H, W }), mf.input("right", { B, 1, H, W }), mf.input("disp", { B, H, W })
local feature = nn.Conv2d(1, C, 3, { pad = 1 })
local l, r, planes = feature(left):tanh(), feature(right):tanh(), {}
for d = 0, D - 1 do
    local both = mf.concat({ l:slice(4, 1 + d, -1), r:slice(4, 1, W - d) }, 2)
    planes[d + 1] = both:pad { { 0, 0 }, { 0, 0 }, { 0, 0 }, { d, 0 } }
end
local c1, c2 = nn.Conv3d(2 * C, 3, 3, { pad = 1 }), nn.Conv3d(3, 1, 3, { pad = 1, bias = false })
local cost = c2(c1(mf.stack(planes, 3)):silu()):squeeze(2)
local guess = mf.einsum("bdhw,d->bhw", (-cost):softmax(2), mf.arange(D):cast "f64")
return require "net" ("stereo", { { left }, { right }, { disp } }, nn.Sequential({ feature, c1, c2 }):params(),
    { loss = mf.loss.huber(guess, disp, { beta = 0.5 }), optimizer = mf.optim.SGD { lr = 0.1 } })
