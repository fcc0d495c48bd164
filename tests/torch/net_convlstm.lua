-- A convolution in every turn of a scan, and what it keeps for the gradient.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, T, S, C = mf.dim("B", 2), 4, 5, 3
local video = mf.input("video", { B, T, 2, S, S })
local cell, head = nn.Conv2d(2 + C, 4 * C, 3, { pad = 1 }), nn.Conv2d(C, 2, { 2, 3 }, { pad = { 1, 1 }, stride = { 2, 1 } })
local frames, zero = video:permute { 2, 1, 3, 4, 5 }, mf.zeros { B, C, S, S }
local _, outs = mf.scan(function(s, x)
    local i, f, o, g = cell(mf.concat({ x, s.h }, 2)):split(4, 2)
    local c = f:sigmoid() * s.c + i:sigmoid() * g:tanh()
    local h = o:sigmoid() * c:tanh()
    return { h = h, c = c }, head(h)
end, { h = zero, c = zero }, frames:slice(1, 1, T - 1))
local want = frames:slice(1, 2, T):slice(4, 1, S, 2)
return require "net" ("convlstm", { { video } }, nn.Sequential({ cell, head }):params(),
    { loss = mf.loss.mse(outs, want), clip_norm = 1, optimizer = mf.optim.RMSprop { lr = 0.01 } })
