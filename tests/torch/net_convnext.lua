-- A block with a depthwise window of 7 and norms over channels, then channels that excite
-- themselves.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B = mf.dim("B", 2)
local x, y = mf.input("x", { B, 2, 8, 8 }), mf.input("y", { B }, "i32")
local all = nn.Sequential {}
local function layer(l) all:add(l) return l end
local function last(v) return v:permute { 1, 3, 4, 2 } end
local function second(v) return v:permute { 1, 4, 2, 3 } end
local stem, norm1 = layer(nn.Conv2d(2, 6, 2, { stride = 2 })), layer(nn.LayerNorm(6))
local h = second(norm1(last(stem(x))))
local depth, norm2 = layer(nn.Conv2d(6, 6, 7, { pad = 3, groups = 6 })), layer(nn.LayerNorm(6))
local up, down = layer(nn.Linear(6, 24)), layer(nn.Linear(24, 6))
local gamma = mf.param("gamma", { 6 })
h = h + second(gamma * down(up(norm2(last(depth(h)))):gelu()))
local squeeze, excite = layer(nn.Conv2d(6, 2, 1)), layer(nn.Conv2d(2, 6, 1))
h = h * excite(squeeze(h:mean({ 3, 4 }, { keep = true })):silu()):sigmoid()
local logits = layer(nn.Linear(6, 4))(h:mean { 3, 4 })
local params = all:params()
params[#params + 1] = gamma
return require "net" ("convnext", { { x }, { y, 4 } }, params,
    { loss = mf.loss.cross_entropy(logits, y, { label_smoothing = 0.1 }), clip_norm = 1,
      optimizer = mf.optim.AdamW { lr = 0.01, weight_decay = 0.05 } })
