-- Residual blocks with strides and 1x1 shortcuts, depthwise and dilated convolutions.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B = mf.dim("B", 3)
local x, y = mf.input("x", { B, 2, 7, 7 }), mf.input("y", { B }, "i32")
local all = nn.Sequential {}
local function layer(l) all:add(l) return l end
local h = layer(nn.Conv2d(2, 4, 3, { pad = 1 }))(x):relu()
local r = layer(nn.Conv2d(4, 4, 3, { pad = 2, dilation = 2, groups = 4, bias = false }))(h)
r = layer(nn.GroupNorm(4, 4))(r):relu()
h = (layer(nn.Conv2d(4, 6, 3, { stride = 2, pad = 1 }))(r)
    + layer(nn.Conv2d(4, 6, 1, { stride = 2, bias = false }))(h)):relu()
local loss = mf.loss.cross_entropy(layer(nn.Linear(6, 5))(h:mean { 3, 4 }), y)
return require "net" ("resnet", { { x }, { y, 5 } }, all:params(),
    { loss = loss, optimizer = mf.optim.SGD { lr = 0.1, momentum = 0.9 } })
