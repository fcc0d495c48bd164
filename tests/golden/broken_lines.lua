-- What stands behind a condition gets no names, so its line is broken at its loosest
-- joints, deeper where parentheses are open.
-- expect: kernels 1
local mf = require "mfc"
local normalised = mf.input("normalised", { 3, 6, 4 })
local weight = mf.input("layernorm_weight", { 4 })
local bias = mf.input("layernorm_bias", { 4 })
local mix = mf.input("mix", { 4 })
local now = normalised * weight + bias
local last = now:slice(2, 1, 5):pad { { 0, 0 }, { 1, 0 }, { 0, 0 } }

return mf.program {
    funcs = { shift = mf.func { inputs = { normalised, weight, bias, mix },
        outputs = { (now * mix + last * (1 - mix)):as "mixed" } } },
}
