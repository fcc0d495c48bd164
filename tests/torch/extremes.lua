-- extremes.lua - functions and their gradients where a textbook's formula overflows,
-- cancels or divides by nothing: huge scores, masks of -inf, a row of nothing else, no
-- variance, denormals, 1e30. NaN and infinities stand where PyTorch has them. What comes
-- out is by how many ulp of the largest number of its row the worst one is beyond what it
-- may be off: 0.
local mf = require "mfc"
local N, WIDTH = 14, 6
local frozen = { trainable = false }
local function given(name, shape)
    return mf.param(name, shape, mf.init.zeros(), frozen)
end

local inf = math.huge
local x, w, t = given("x", { N, WIDTH }), given("w", { N, WIDTH }), given("t", { N, WIDTH })
local outs = {}

-- The distance in ulp of the largest number of a row, or of `least` if that is more; 1e9
-- where one is NaN or infinite and the other is not.
local function distance(y, want, least)
    local same = mf.logical_or(y:eq(want), mf.logical_and(y:ne(y), want:ne(want)))
    local finite = mf.where(mf.abs(want):lt(inf), mf.abs(want), 0)
    local largest = finite.rank == 2 and finite:max(2, { keep = true }) or finite
    local unit = mf.maximum(largest, least) * 0x1p-23
    local off = mf.where(same, 0, mf.abs(y - want) / unit)
    return mf.where(off:le(1e9), off, 1e9):max()
end

-- The first n rows; most, most_grad: how far off the value and the gradient may be.
local function compare(name, n, most, most_grad, f, least)
    local rows = x:slice(1, 1, n)
    local labels = {}
    for i = 1, n do
        labels[i] = (i - 1) % WIDTH
    end
    local y = f(rows, t:slice(1, 1, n), mf.const(labels, "i32"))
    local weight = w:slice(1, 1, n)
    if y.rank == 1 then
        weight = weight:slice(2, 1, 1):reshape { n }
    end
    local grad = mf.grad((y * weight):sum(), { rows })[1]
    outs[#outs + 1] = mf.relu(distance(y, given("want." .. name, y.shape), 0x1p-126)
        - most):as(name)
    outs[#outs + 1] = mf.relu(distance(grad, given("want.d_" .. name, grad.shape),
        least or 0x1p-126) - most_grad):as("d_" .. name)
end

local none = { reduce = "none" }
compare("softmax", 14, 2, 2, function(x) return mf.softmax(x) end)
compare("log_softmax", 14, 2, 3, function(x) return mf.log_softmax(x) end)
compare("logsumexp", 14, 2, 2, function(x) return x:logsumexp(2) end)
compare("cross_entropy", 14, 2, 2, function(x, _, c) return mf.loss.cross_entropy(x, c, none) end)
compare("cross_entropy_soft", 14, 4, 4, function(x, t) return mf.loss.cross_entropy(x, t, none) end)
compare("bce_logits", 11, 2, 2, function(x, t) return mf.loss.bce_logits(x, t, none) end)
compare("huber", 14, 2, 3, function(x, t) return mf.loss.huber(x, t, none) end)
compare("mae", 6, 1, 1, function(x, t) return mf.loss.mae(x, t, none) end)
compare("var", 8, 4, 4, function(x) return x:var(2) end)
compare("std", 8, 4, 4, function(x) return x:std(2) end)
compare("norm", 8, 2, 4, function(x) return x:norm(2) end)
local layer, rms = mf.nn.LayerNorm(WIDTH), mf.nn.RMSNorm(WIDTH)
compare("layer_norm", 9, 4, 8, function(x) return layer(x) end)
compare("rms_norm", 9, 4, 8, function(x) return rms(x) end)
-- y (1 - y) and 1 - y^2 lose what y near 1 lost: they are right to an ulp of 1.
compare("sigmoid", 14, 2, 2, function(x) return mf.sigmoid(x) end, 1)
compare("softplus", 14, 2, 2, function(x) return mf.softplus(x) end)
compare("tanh", 14, 2, 2, function(x) return mf.tanh(x) end, 1)
compare("gelu", 14, 2, 4, function(x) return mf.gelu(x) end)
compare("silu", 14, 2, 4, function(x) return mf.silu(x) end)
compare("elu", 14, 2, 2, function(x) return mf.elu(x) end)

return mf.program {
    name = "extremes",
    funcs = { errors = mf.func { inputs = {}, outputs = outs } },
}
