-- Strides wider than windows of two: an encoder of strides 5 and 3 whose input is shifted
-- by a parameter, a decoder that goes back by strides 3 and 5, gates of all channels.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B = mf.dim("B", 2)
local x, y = mf.input("x", { B, 1, 41 }), mf.input("y", { B, 3 })
local all = nn.Sequential {}
local function layer(l) all:add(l) return l end
local shift = mf.param("shift", { 41 })
local a = layer(nn.Conv1d(1, 4, 9, { stride = 5, pad = 2 }))(x + shift):silu()
local b = layer(nn.Conv1d(4, 6, 4, { stride = 3 }))(a):tanh()
local h = b:unsqueeze(3)
h = layer(nn.ConvTranspose2d(6, 4, { 1, 5 }, { stride = { 1, 3 } }))(h):gelu()
h = layer(nn.ConvTranspose2d(4, 2, { 3, 11 }, { stride = { 4, 5 }, pad = { 1, 2 } }))(h)
local back = h:mean { 2, 3 }:slice(2, 1, 41)
local params = all:params()
params[#params + 1] = shift
local loss = mf.loss.huber(back, (x + shift):squeeze(2)) + mf.loss.mse(b:mean(3):slice(2, 1, 3), y)
return require "net" ("audio", { { x }, { y } }, params,
    { loss = loss, optimizer = mf.optim.Adam { lr = 0.01 } })
