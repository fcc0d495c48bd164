-- Dilated branches and a pooled one that is spread again; weighted, focal and Dice losses
-- of every pixel.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, K = mf.dim("B", 2), 3
local x, mask = mf.input("x", { B, 2, 9, 9 }), mf.input("mask", { B, 9, 9 }, "i32")
local all = nn.Sequential {}
local function conv(i, o, k, opts, v)
    local l = nn.Conv2d(i, o, k, opts)
    all:add(l)
    return l(v)
end
local h = conv(2, 4, 3, { pad = 1 }, x):relu()
local parts = {}
for i, d in ipairs { 1, 3 } do
    parts[i] = conv(4, 3, 3, { pad = d, dilation = d }, h):relu()
end
local pooled = conv(4, 6, 1, {}, h:mean({ 3, 4 }, { keep = true })):relu()
parts[3] = pooled:broadcast { B, 6, 9, 9 }
local logits = conv(12, K, 1, {}, mf.concat(parts, 2)):permute { 1, 3, 4, 2 }
local logp, hot = logits:log_softmax(), mf.one_hot(mask, K)
local weight = mf.const { 0.25, 1, 2 }
local weighted = -(hot * logp * weight):sum() / (hot * weight):sum()
local right = (hot * logp):sum(-1)
local focal = -((1 - right:exp()) ^ 2 * right):mean()
local p = logp:exp()
local dice = (2 * (p * hot):sum { 1, 2, 3 } + 1) / (p:sum { 1, 2, 3 } + hot:sum { 1, 2, 3 } + 1)
return require "net" ("segment", { { x }, { mask, K } }, all:params(),
    { loss = weighted + focal + 1 - dice:mean(), optimizer = mf.optim.SGD { lr = 0.05, momentum = 0.9 } })
