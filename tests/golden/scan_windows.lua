-- A convolution in every turn: neither the turns nor what they keep for the gradient
-- hold its windows, nine times as much memory as what they are windows of.
-- expect: work 36480
local mf = require "mfc"
local B, C = mf.dim("B", 2), 4
local x = mf.input("x", { 5, B, C, 8, 8 })
local w = mf.param("w", { C, C, 3, 3 }, mf.init.he_normal())
local h = mf.scan(function(h, x_t)
    return (h + x_t):conv2d(w, { pad = 1 }):tanh()
end, mf.zeros { B, C, 8, 8 }, x)
return mf.program {
    name = "scan_windows",
    train = mf.train { loss = h:square():mean(), optimizer = mf.optim.SGD { lr = 0.1 }, steps = 1 },
}
