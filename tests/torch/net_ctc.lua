-- Connectionist temporal classification: a scan over time in logarithms, with blanks
-- between the labels and no skip over a blank or an equal label.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, T, F, C, U = mf.dim("B", 3), 8, 4, 5, 3
local x, target = mf.input("x", { B, T, F }), mf.input("target", { B, U }, "i32")
local S, never = 2 * U + 1, -1e30
local gru, head = nn.GRU(F, 6), nn.Linear(6, C)
local outs = gru(x)
local logp = head(outs):log_softmax()
local label = target + 1
local blank = 0 * label
local text = mf.concat({ mf.stack({ blank, label }, 3):reshape { B, 2 * U }, blank:slice(2, 1, 1) }, 2)
local function shift(a, n, fill)
    return a:pad({ { 0, 0 }, { n, 0 } }, fill):slice(2, 1, S)
end
local skips = mf.logical_and(mf.ne(text, 0), mf.ne(text, shift(text, 2, 0)))
local e = logp:take_along(text:unsqueeze(2):broadcast { B, T, S }, 3):transpose(1, 2)
local last = mf.scan(function(a, now)
    local two = mf.where(skips, shift(a, 2, never), never)
    return mf.stack({ a, shift(a, 1, never), two }, 1):logsumexp(1) + now
end, mf.where(mf.arange(S):lt(2), e:select(1, 1), never), e:slice(1, 2, -1))
return require "net" ("ctc", { { x }, { target, C - 1 } }, nn.Sequential { gru, head }:params(), {
    loss = -last:slice(2, -2, -1):logsumexp(2):mean(), optimizer = mf.optim.RMSprop { lr = 0.01 } })
