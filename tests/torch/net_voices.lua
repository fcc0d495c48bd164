-- Two voices taken apart: learned frames, masks by dilated depthwise convolutions, overlap
-- and add, the signal to distortion in decibels over the better of both orders.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, T, N, L, H = mf.dim("B", 2), 32, 6, 8, 8
local mix, voices = mf.input("mix", { B, T }), mf.input("voices", { B, 2, T })
local layers = nn.Sequential {}
local function layer(l) layers:add(l) return l end
local frames = layer(nn.Conv1d(1, N, L, { stride = L // 2, bias = false }))(mix:unsqueeze(2)):relu()
local h = layer(nn.Conv1d(N, N, 1))(layer(nn.GroupNorm(1, N))(frames))
for i = 0, 1 do
    local d = 1 << i
    local r = layer(nn.GroupNorm(1, H))(layer(nn.PReLU())(layer(nn.Conv1d(N, H, 1))(h)))
    r = layer(nn.PReLU())(layer(nn.Conv1d(H, H, 3, { pad = d, dilation = d, groups = H }))(r))
    h = h + layer(nn.Conv1d(H, N, 1))(layer(nn.GroupNorm(1, H))(r))
end
local masks = layer(nn.Conv1d(N, 2 * N, 1))(h):relu():reshape { B, 2, N, -1 }
local parts = (masks * frames:unsqueeze(2)):reshape { B.value * 2, N, -1 }
local heard = layer(nn.ConvTranspose1d(N, 1, L, { stride = L // 2, bias = false }))(parts):reshape { B, 2, T }
local function decibels(guess, truth)
    guess = guess - guess:mean(-1, { keep = true })
    truth = truth - truth:mean(-1, { keep = true })
    local along = (guess * truth):sum(-1, { keep = true }) * truth
        / (truth:square():sum(-1, { keep = true }) + 1e-8)
    return 10 * (along:square():sum(-1) / ((guess - along):square():sum(-1) + 1e-8) + 1e-8):log10()
end
local pairs_ = decibels(heard:unsqueeze(3), voices:unsqueeze(2))
local straight = pairs_:diag():mean(-1)
local crossed = pairs_:flip(3):diag():mean(-1)
return require "net" ("voices", { { mix }, { voices } }, layers:params(), {
    loss = -mf.maximum(straight, crossed):mean(), optimizer = mf.optim.Adam { lr = 1e-3 }, clip_norm = 5 })
