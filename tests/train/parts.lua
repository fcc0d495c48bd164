-- parts.lua - accumulated batches, a validation split, an optimiser of one's own, frozen
-- parameters, a scan by hand, reductions over odd extents.
local mf = require "mfc"
local rows = require "rows"

local B = mf.dim("B", 2)
local x, y = mf.input("x", { B, 37 }), mf.input("y", { B })
local w = mf.param("w", { 37, 5 }, mf.init.glorot_uniform())
local frozen = mf.param("frozen", { 5 }, mf.init.uniform { lo = 0.5, hi = 1 }, { trainable = false })
local decay = mf.param("decay", { 5 }, mf.init.constant(0.3))

local steps = x:reshape { B, 37, 1 } * w                       -- [B,37,5]
local last, path = mf.scan(function(carry, step)
    local next_carry = carry * decay:sigmoid() + step
    return next_carry, next_carry:square():sum(-1)
end, mf.zeros { B, 5 }, steps:permute { 2, 1, 3 })
local out = (last * frozen):logsumexp(-1) + path:max(1) * 0.01 + steps:std({ 2, 3 })

local sign = mf.optim.custom {
    lr = 1e-3, keep = 0.9, state = { "m" },
    update = function(p, g, s, o)
        local m = o.keep * s.m + (1 - o.keep) * g
        return p - o.lr * m:sign(), { m = m }
    end }

return mf.program {
    name = "parts",
    data = mf.data.inline { x = rows.real(24, 37, 21), y = rows.class(24, 3, 22),
        split = { train = 0.75, valid = 0.25 } },
    train = mf.train { loss = mf.loss.huber(out, y), optimizer = sign, accumulate = 3,
        clip_value = 0.5, epochs = 5, seed = 8, valid = { split = "valid" } },
    funcs = { f = mf.func { inputs = { x }, outputs = { out:as "out" } } },
}
