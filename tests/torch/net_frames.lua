-- Frames through a convolutional LSTM with peepholes; kernels for each example in one grouped convolution.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, T, C, H, W, K = mf.dim("B", 2), 3, 2, 4, 5, 3
local x, y = mf.input("x", { B, T, 1, H, W }), mf.input("y", { B, C, H, W })
local layers = nn.Sequential { nn.Conv2d(1 + C, 4 * C, 3, { pad = 1 }), nn.Linear(C, K) }
local cell, route = table.unpack(layers.layers)
local peep, kernels = mf.param("peep", { 3, C, H, W }), mf.param("kernels", { K, C * C * 9 })
local zero = mf.zeros { B, C, H, W }
local last = mf.scan(function(s, frame)
    local i, g, f, o = cell(mf.concat({ frame, s.h }, 2)):split(4, 2)
    local c = (f + peep:select(1, 2) * s.c):sigmoid() * s.c + (i + peep:select(1, 1) * s.c):sigmoid() * g:tanh()
    return { h = (o + peep:select(1, 3) * c):sigmoid() * c:tanh(), c = c }
end, { h = zero, c = zero }, x:transpose(1, 2))
local own = route(last.h:mean { 3, 4 }):softmax():mm(kernels):reshape { B * C, C, 3, 3 }
local z = last.h:reshape { 1, B * C, H, W }:conv2d(own, { pad = 1, groups = B.value }):reshape(y.shape)
local params = layers:params()
params[#params + 1], params[#params + 2] = peep, kernels
return require "net" ("frames", { { x }, { y } }, params,
    { loss = mf.loss.mse(z, y), optimizer = mf.optim.SGD { lr = 0.1, momentum = 0.9, nesterov = true } })
