-- A network that stays as it is, its batch norm as in inference, and a head that learns.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B = mf.dim("B", 4)
local x, y = mf.input("x", { B, 2, 6, 6 }), mf.input("y", { B }, "i32")
local norm
local old = mf.scope("old", function()
    local conv = nn.Conv2d(2, 4, 3, { bias = false })
    norm = nn.BatchNorm(4, { eps = 4 })
    return nn.Sequential { function(v) return norm(conv(v)):relu() end, nn.Dropout(0.5), nn.MaxPool2d(2) }
end, { trainable = false })
local h = mf.inference(function() return old(x):mean { 3, 4 } end)
local head = nn.Sequential { nn.Linear(4, 6), nn.BatchNorm(6), nn.SiLU(), nn.Linear(6, 3) }
local kept = { norm.running_mean, norm.running_var, head.layers[2].running_mean, head.layers[2].running_var }
for _, net in ipairs { old, head } do
    for _, p in ipairs(net:params()) do kept[#kept + 1] = p end
end
return require "net" ("finetune", { { x }, { y, 3 } }, kept,
    { loss = mf.loss.cross_entropy(head(h), y, { label_smoothing = 0.1 }), clip_norm = 0.1,
      optimizer = mf.optim.Adam { lr = 0.01 } })
