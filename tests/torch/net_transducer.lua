-- A transducer: the lattice of times and labels as a scan over times with one over labels within it.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, T, U, V = mf.dim("B", 2), 5, 3, 4
local x, y = mf.input("x", { B, T, 3 }), mf.input("y", { B, U }, "i32")
local enc, emb, out = nn.Linear(3, 6), nn.Embedding(V, 6), nn.Linear(6, V)
local labels = y + 1
local pred = emb(mf.concat({ mf.zeros({ B, 1 }, "i32"), labels }, 2))
local logp = out((enc(x):unsqueeze(3) + pred:unsqueeze(2)):tanh()):log_softmax()      -- B, T, U + 1, V
local blank = logp:select(4, 1):transpose(1, 2)
local emit = logp:slice(3, 1, U):take_along(labels:reshape { B, 1, U, 1 }:broadcast { B, T, U, 1 }, 4)
emit = emit:squeeze(4):transpose(1, 2)
local function row(below, e)
    local first = below:select(2, 1)
    local _, rest = mf.scan(function(a, s)
        a = a + s.e
        a = mf.maximum(s.below, a) + (-(s.below - a):abs()):exp():log1p()
        return a, a
    end, first, { below = below:slice(2, 2, -1):T(), e = e:T() })
    return mf.concat({ first:unsqueeze(2), rest:T() }, 2)
end
local alpha = mf.scan(function(a, s) return row(a + s.b, s.e) end,
    mf.concat({ mf.zeros { B, 1 }, emit:select(1, 1):cumsum(2) }, 2),
    { b = blank:slice(1, 1, T - 1), e = emit:slice(1, 2, T) })
local total = alpha:select(2, -1) + blank:select(1, -1):select(2, -1)
return require "net" ("transducer", { { x }, { y, V - 1 } }, nn.Sequential({ enc, emb, out }):params(),
    { loss = -total:mean(), optimizer = mf.optim.SGD { lr = 0.05, momentum = 0.9 } })
