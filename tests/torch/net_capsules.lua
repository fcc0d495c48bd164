-- Capsules: guesses of parts for wholes, three rounds of agreement, a margin, an image again.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B = mf.dim("B", 2)
local image, label = mf.input("image", { B, 1, 8, 8 }), mf.input("label", { B }, "i32")
local conv, again = nn.Conv2d(1, 8, 4, { stride = 2 }), nn.Linear(15, 64)
local W = mf.param("W", { 18, 3, 4, 5 })
local function squash(s)
    local n = s:square():sum(-1, { keep = true })
    return n / (1 + n) * s / (n + 1e-8):sqrt()
end
local u = conv(image):reshape({ B, 2, 4, 9 }):transpose(3, 4):reshape { B, 18, 4 }
local guess = mf.einsum("bpi,pcio->bpco", squash(u), W)
local logit = mf.zeros { B, 18, 3 }
for _ = 1, 2 do
    local still = guess:stop_gradient()
    local v = squash(mf.einsum("bpc,bpco->bco", logit:softmax(), still))
    logit = logit + mf.einsum("bpco,bco->bpc", still, v)
end
local v = squash(mf.einsum("bpc,bpco->bco", logit:softmax(), guess))
local length, hot = v:norm(-1), mf.one_hot(label, 3)
local margin = hot * (0.9 - length):relu() ^ 2 + 0.5 * (1 - hot) * (length - 0.1):relu() ^ 2
local image2 = again((v * hot:unsqueeze(3)):flatten()):sigmoid()
return require "net" ("capsules", { { image }, { label, 3 } },
    { conv.weight, conv.bias, W, again.weight, again.bias },
    { loss = margin:sum(2):mean() + 0.05 * mf.loss.mse(image2, image:flatten()),
      optimizer = mf.optim.Adam { lr = 0.01 } })
