-- Boxes: of two for each cell the one that shares more with the true one answers for it.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, S, K = mf.dim("B", 2), 2, 3
local image, box = mf.input("image", { B, 3, 8, 8 }), mf.input("box", { B, S, S, 4 })
local kind, there = mf.input("kind", { B, S, S }, "i32"), mf.input("there", { B, S, S }, "i32")
local net = nn.Sequential { nn.Conv2d(3, 6, 3, { pad = 1 }), nn.LeakyReLU(0.1), nn.MaxPool2d(4), nn.Conv2d(6, 10 + K, 1) }
local out = net(image):permute { 1, 3, 4, 2 }
local place = out:slice(4, 1, 10):reshape({ B, S, S, 2, 5 }):sigmoid()
local xy, wh, sure = place:slice(5, 1, 2), place:slice(5, 3, 4), place:select(5, 5)
local true_box = box:sigmoid():unsqueeze(4)
local true_xy, true_wh = true_box:split(2, -1)
local low = (xy / S - wh / 2):maximum(true_xy / S - true_wh / 2)
local high = (xy / S + wh / 2):minimum(true_xy / S + true_wh / 2)
local shared = (high - low):clamp(0, nil):prod(-1)
local iou = (shared / (wh:prod(-1) + true_wh:prod(-1) - shared)):stop_gradient()
local is_there = there:cast "f64"
local best = mf.one_hot(iou:argmax(-1), 2) * is_there:unsqueeze(-1)
local off = (xy - true_xy):square() + (wh:sqrt() - true_wh:sqrt()):square()
local named = mf.loss.cross_entropy(out:slice(4, 11, -1), kind, { reduce = "none" })
local loss = 5 * (best:unsqueeze(-1) * off):sum() + (best * (sure - iou):square()):sum()
    + 0.5 * ((1 - best) * sure:square()):sum() + (is_there * named):sum()
return require "net" ("boxes", { { image }, { box }, { kind, K }, { there, 2 } }, net:params(),
    { loss = loss / B, optimizer = mf.optim.SGD { lr = 0.01, momentum = 0.9 } })
