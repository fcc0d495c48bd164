-- A synthesiser: harmonics of a phase that is summed, a filter of one pole that moves, and
-- spectra of two lengths by tables of sines.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, L, K = mf.dim("B", 2), 12, 3
local pitch, audio = mf.input("pitch", { B, L }), mf.input("audio", { B, L })
local net = nn.Sequential { nn.Conv1d(1, 4, 3, { pad = 1 }), nn.ReLU(), nn.Conv1d(4, K + 1, 3, { pad = 1 }) }
local h = net(pitch:unsqueeze(2))
local pole = h:select(2, K + 1):sigmoid() * 0.95
local phase = (0.3 + 0.1 * pitch:abs()):cumsum(2):unsqueeze(2) * (mf.arange(K):cast "f64" + 1):unsqueeze(2)
local dry = (h:slice(2, 1, K):sigmoid() * phase:sin()):sum(2) / K
local _, wet = mf.scan(function(y, v)
    y = v[2] * y + (1 - v[2]) * v[1]
    return y, y
end, mf.zeros { B }, { dry:T(), pole:T() })
local loss = 0
for _, n in ipairs { 4, 6 } do
    local angle = 2 * math.pi / n * mf.outer(mf.arange(n):cast "f64", mf.arange(n // 2):cast "f64")
    local function size(v)
        v = v:reshape { B, L // n, n }
        return (v:matmul(angle:cos()):square() + v:matmul(angle:sin()):square() + 1e-3):sqrt()
    end
    local heard, meant = size(wet:T()), size(audio)
    loss = loss + mf.loss.mae(heard, meant) + mf.loss.mae(heard:log(), meant:log())
end
return require "net" ("synth", { { pitch }, { audio } }, net:params(), { loss = loss, optimizer = mf.optim.Adam { lr = 0.01 } })
