-- A conditional random field: the log-partition by a scan of logsumexp.
local mf = require "mfc"
mf.dtype "f64"
local B, T, K = mf.dim("B", 3), 6, 4
local x, y = mf.input("x", { B, T, 3 }), mf.input("y", { B, T }, "i32")
local W = mf.param("W", { 3, K })
local moves = mf.param("moves", { K, K })
local e = x:mm(W)
local first, rest = e:select(2, 1), e:slice(2, 2, T):transpose(1, 2)
local alpha = mf.scan(function(a, v)
    return (a:unsqueeze(3) + moves):logsumexp(2) + v
end, first, rest)
local score = e:take_along(y:unsqueeze(3), 3):squeeze(3):sum(2)
local pairs_of_y = y:slice(2, 1, T - 1) * K + y:slice(2, 2, T)
score = score + moves:reshape { K * K }:gather(pairs_of_y):sum(2)
local loss = (alpha:logsumexp(2) - score):mean()
return require "net" ("crf", { { x }, { y, K } }, { W, moves },
    { loss = loss, optimizer = mf.optim.Adam { lr = 0.05 } })
