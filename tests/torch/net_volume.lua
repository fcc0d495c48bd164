-- Moving pictures: volumes by windows, groups and channels alone, pools, the way back up;
-- learnt slopes, labels that do not count, weights of classes.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B = mf.dim("B", 3)
local clip, label = mf.input("clip", { B, 2, 4, 6, 8 }), mf.input("label", { B }, "i32")
local layers = nn.Sequential {
    nn.Conv3d(2, 4, 3, { pad = 1 }), nn.PReLU(4), nn.MaxPool3d { 1, 2, 2 },
    nn.Conv3d(4, 6, { 3, 3, 2 }, { pad = { 1, 1, 0 }, groups = 2, stride = { 2, 1, 1 } }), nn.Mish(),
    nn.Conv3d(6, 6, { 1, 3, 3 }, { pad = { 0, 1, 1 }, groups = 6, bias = false }), nn.Hardswish(),
}
local h = layers(clip)
local up = nn.ConvTranspose3d(6, 2, { 2, 2, 3 }, { stride = { 2, 2, 3 }, pad = { 0, 0, 1 }, groups = 2 })
local head = nn.Linear(6, 3)
local loss = mf.loss.cross_entropy(head(h:mean { 3, 4, 5 }), label,
    { ignore_index = 3, weight = { 1, 0.5, 2 }, label_smoothing = 0.1 })
    + 0.1 * mf.loss.mse(up(h), clip:avg_pool3d({ 1, 1, 2 }, { stride = { 1, 1, 1 } }))
layers:add(up):add(head)
return require "net" ("volume", { { clip }, { label, 4 } }, layers:params(),
    { loss = loss, optimizer = mf.optim.SGD { lr = 0.05, momentum = 0.9 } })
