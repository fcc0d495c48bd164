-- ops.lua - values and gradients of operations and losses beside those of PyTorch, at
-- kinks and far out too: every output of `errors` is below 1e-9.
--     mfc eval ops.lua errors --params ops.safetensors

local mf = require "mfc"
mf.dtype "f64"
local case = require "case"
local op = case.op

local labels = mf.const({ 2, 0, 4, 4, 1, 3, 0 }, "i32")
local labels2 = mf.const({ { 2, 0, 4 }, { 4, 1, 3 } }, "i32")
local ids = mf.const({ { 3, 0, 3 }, { 1, 6, 3 } }, "i32")
local S = { 5, 7 }

for _, name in ipairs { "abs", "exp", "expm1", "log", "log1p", "sqrt", "rsqrt", "square",
    "reciprocal", "sin", "cos", "atan", "asin", "acos", "asinh", "acosh", "atanh", "tanh",
    "erf", "sigmoid", "softplus", "relu", "elu", "gelu", "gelu_tanh", "silu", "hardtanh" } do
    op(name, { S }, mf[name])
end
op("atan2", { S, { 7 } }, mf.atan2)
op("lgamma", { S }, mf.lgamma)
op("digamma", { S }, mf.digamma)
op("unbind", { { 3, 5, 2 } }, function(x)
    local a, _, _, b = x:unbind(2)
    return a * b
end)
op("sign", { S }, function(x) return mf.sign(x) * x end)
op("round", { S }, function(x) return mf.round(x) * x end)
op("pow", { S, { 7 } }, function(a, b) return a ^ b end)
op("pow_number", { S }, function(x) return x ^ 3 end)
op("leaky_relu", { S }, function(x) return x:leaky_relu(0.2) end)
op("clamp", { S }, function(x) return x:clamp(-0.5, 0.75) end)
op("maximum", { S, S }, mf.maximum)
op("minimum", { S, { 7 } }, mf.minimum)
op("add", { S, { 7 } }, function(a, b) return a + b end)
op("sub", { { 5, 1 }, { 7 } }, function(a, b) return a - b end)
op("mul", { S, { 5, 1 } }, function(a, b) return a * b end)
op("div", { S, { 7 } }, function(a, b) return a / b:exp() end)
op("where", { S, { 7 } }, function(a, b) return mf.where(a:gt(b), a, b) end)

local S3 = { 3, 5, 7 }
op("sum", { S3 }, function(x) return x:sum { 1, 3 } end)
op("mean", { S3 }, function(x) return x:mean { 1, 3 } end)
op("var", { S3 }, function(x) return x:var { 1, 3 } end)
op("std", { S3 }, function(x) return x:std(-1) end)
op("norm", { S3 }, function(x) return x:norm(3) end)
op("norm_zero", { { 2, 3 } }, function(x) return (x * 0):norm(2) + x:sum(2) end)
op("max", { S3 }, function(x) return x:max(2) end)
op("min", { S3 }, function(x) return x:min(3) end)
op("prod", { { 3, 5 } }, function(x) return x:prod(2) end)
op("prod_zero", { { 3, 5 } }, function(x) return x:prod(2) end)
op("cumsum", { { 3, 5 } }, function(x) return x:cumsum(2) end)
op("cumprod", { { 3, 5 } }, function(x) return x:cumprod(2) end)
op("cumprod_first", { { 5, 2, 3 } }, function(x) return x:cumprod(1) end)
op("sort_rows", { { 5, 9 } }, function(x) return (x:sort(1)) end)
op("logcumsumexp", { { 3, 5 } }, function(x) return x:logcumsumexp(2) end)
op("logsumexp", { S3 }, function(x) return x:logsumexp(2) end)
op("softmax", { S3 }, function(x) return x:softmax(2) end)
op("log_softmax", { S3 }, function(x) return x:log_softmax() end)
op("masked_softmax", { { 3, 5, 5 } }, function(x)
    return mf.where(mf.causal_mask(5), x, -math.huge):softmax(-1)
end)

op("matmul", { { 3, 5 }, { 5, 7 } }, mf.matmul)
op("matmul_batched", { { 2, 1, 3, 5 }, { 4, 5, 7 } }, mf.matmul)
op("matmul_vector", { { 2, 3, 5 }, { 5 } }, mf.matmul)
op("einsum", { { 2, 3, 5 }, { 7, 3, 5 } }, function(a, b)
    return mf.einsum("bij,kij->kb", a, b)
end)
op("outer", { { 3 }, { 5 } }, mf.outer)
op("dot", { { 7 }, { 7 } }, mf.dot)
op("gather", { { 7, 5 } }, function(t) return mf.gather(t, ids) end)
op("segment_sum", { { 7, 5 } }, function(x) return x:segment_sum(labels, 6):tanh() end)
op("segment_sum_batched", { { 2, 3, 5 } }, function(x) return x:segment_sum(labels2, 5):tanh() end)
op("take_along", { S }, function(x) return x:take_along(labels:unsqueeze(1), 1) end)
op("movement", { { 2, 3, 5 } }, function(x)
    local turned = x:permute { 3, 1, 2 }:flip(2):slice(1, 2, -1, 2):pad({ { 0, 0 }, { 0, 0 }, { 1, 2 } }, 0.5)
    local cut = x:reshape { 5, -1, 3 }:slice(1, 1, 2):slice(3, 1, 1):broadcast { 2, 2, 6 }
    return mf.concat({ turned, cut }, 1)
end)
op("roll", { S3 }, function(x) return x * x:roll(-2, 2):roll(9, 3) end)
op("topk", { S3 }, function(x) return (x:topk(3, 2)) end)
op("topk_ids", { S3 }, function(x) return x * select(2, x:topk(7)):cast "f64" end)
op("stack", { { 3, 5 }, { 3, 5 } }, function(a, b) return mf.stack({ a, b }, 2) end)

op("conv1d", { { 2, 3, 11 }, { 5, 3, 3 } }, function(x, w)
    return x:conv1d(w, { stride = 2, pad = 1, dilation = 2 })
end)
op("conv2d", { { 2, 3, 7, 5 }, { 5, 3, 3, 2 } }, mf.conv2d)
op("conv2d_options", { { 2, 4, 9, 8 }, { 6, 2, 3, 2 } }, function(x, w)
    return x:conv2d(w, { stride = { 2, 1 }, pad = { 1, 2 }, dilation = { 2, 1 }, groups = 2 })
end)
op("conv2d_depthwise", { { 2, 3, 6, 5 }, { 6, 1, 3, 3 } }, function(x, w)
    return x:conv2d(w, { pad = 1, groups = 3 })
end)
op("conv2d_pointwise", { { 2, 3, 4, 5 }, { 7, 3, 1, 1 } }, mf.conv2d)
op("conv_transpose2d", { { 2, 3, 4, 5 }, { 3, 2, 3, 2 } }, mf.conv_transpose2d)
op("conv_transpose2d_options", { { 2, 4, 4, 3 }, { 4, 3, 3, 2 } }, function(x, w)
    return x:conv_transpose2d(w, { stride = { 2, 3 }, pad = { 1, 0 }, dilation = { 1, 2 },
                                   output_pad = { 1, 0 }, groups = 2 })
end)
op("conv_transpose1d", { { 2, 4, 5 }, { 4, 3, 3 } }, function(x, w)
    return x:conv_transpose1d(w, { stride = 3, pad = 1, dilation = 2, output_pad = 2, groups = 2 })
end)
op("upsample1d", { { 2, 3, 5 } }, function(x) return x:upsample(3) end)
op("upsample2d", { { 2, 3, 4, 5 } }, function(x) return x:upsample { 2, 3 } end)
local picture = { { 2, 3, 4, 5 } }
local border = { { 0, 0 }, { 0, 0 }, { 1, 2 }, { 3, 0 } }
op("pad_reflect", picture, function(x) return x:pad(border, "reflect") end)
op("pad_replicate", picture, function(x) return x:pad(border, "replicate") end)
op("pad_circular", picture, function(x) return x:pad(border, "circular") end)
op("upsample_linear", picture, function(x) return x:upsample({ 2, 3 }, { mode = "linear" }) end)
op("upsample_corners", picture, function(x) return x:upsample(2, { mode = "linear", align_corners = true }) end)
op("resize", picture, function(x) return x:resize { 7, 3 } end)
op("resize_corners", picture, function(x) return x:resize({ 7, 3 }, { align_corners = true }) end)
op("resize_nearest", picture, function(x) return x:resize({ 7, 3 }, { mode = "nearest" }) end)
op("resize1d", { { 2, 3, 5 } }, function(x) return x:resize(8) end)
op("pixel_shuffle", { { 2, 12, 2, 3 } }, function(x) return x:pixel_shuffle(2) end)
op("pixel_unshuffle", { { 2, 2, 4, 6 } }, function(x) return x:pixel_unshuffle(2) end)
op("channel_shuffle", { { 2, 6, 2, 3 } }, function(x) return x * x:channel_shuffle(3) end)
op("adaptive_avg_pool2d", { { 2, 3, 7, 5 } }, function(x) return x:adaptive_avg_pool2d { 3, 4 } end)
op("adaptive_avg_whole", { { 2, 3, 6, 4 } }, function(x) return x:adaptive_avg_pool2d { 3, 1 } end)
op("adaptive_max_pool2d", { { 2, 3, 7, 5 } }, function(x) return x:adaptive_max_pool2d { 3, 4 } end)
op("adaptive_avg_pool3d", { { 2, 2, 3, 5, 4 } }, function(x) return x:adaptive_avg_pool3d { 2, 3, 2 } end)
op("unfold", { { 2, 3, 7, 5 } }, function(x) return x:unfold({ 3, 2 }, { stride = 2, pad = 1, dilation = { 1, 2 } }) end)
op("fold", { { 2, 18, 12 } }, function(x) return x:fold({ 7, 5 }, { 3, 2 }, { stride = 2, pad = 1, dilation = { 1, 2 } }) end)
op("conv2d_same", { { 2, 3, 6, 5 }, { 4, 3, 4, 3 } }, function(x, w) return x:conv2d(w, { pad = "same", dilation = { 1, 2 } }) end)
op("grid_sample", { { 2, 3, 4, 5 }, { 2, 3, 6, 2 } }, function(x, g) return x:grid_sample(g) end)
op("grid_sample_corners", { { 2, 3, 4, 5 }, { 2, 3, 6, 2 } }, function(x, g) return x:grid_sample(g, { align_corners = true, border = "replicate" }) end)
op("max_pool2d", { { 2, 3, 7, 6 } }, function(x) return x:max_pool2d(3, { stride = 2, pad = 1 }) end)
op("max_pool2d_apart", { { 2, 3, 7, 6 } }, function(x) return x:max_pool2d { 2, 3 } end)
op("avg_pool2d_apart", { { 2, 3, 7, 6 } }, function(x) return x:avg_pool2d(2) end)
op("conv2d_apart", { { 2, 3, 7, 6 }, { 4, 3, 3, 2 } }, function(x, w)
    return x:conv2d(w, { stride = { 3, 2 } })
end)
op("avg_pool2d", { { 2, 3, 7, 6 } }, function(x)
    return x:avg_pool2d({ 3, 2 }, { stride = 2, pad = 1 })
end)
op("max_pool2d_ceil", { { 2, 3, 7, 6 } }, function(x)
    return x:max_pool2d({ 3, 2 }, { stride = { 2, 3 }, pad = 1, ceil_mode = true })
end)
op("max_pool1d_ceil", { { 2, 3, 6 } }, function(x)
    return x:max_pool1d(2, { stride = 4, ceil_mode = true })
end)
op("avg_pool2d_ceil", { { 2, 3, 7, 6 } }, function(x)
    return x:avg_pool2d({ 3, 2 }, { stride = { 2, 3 }, pad = 1, ceil_mode = true })
end)
op("avg_pool2d_inside", { { 2, 3, 7, 6 } }, function(x)
    return x:avg_pool2d({ 3, 2 }, { stride = 2, pad = 1, count_include_pad = false })
end)
op("avg_pool3d_ceil", { { 2, 2, 3, 5, 4 } }, function(x)
    return x:avg_pool3d({ 2, 2, 3 }, { stride = 2, pad = { 1, 0, 1 }, ceil_mode = true, count_include_pad = false })
end)
op("max_unpool2d", { { 2, 3, 6, 6 }, { 2, 3, 3, 2 } }, function(x, y)
    return mf.grad(x:max_pool2d { 2, 3 }, x, { seed = y })
end)

local loss = mf.loss
local L = { 5, 3 }
local rising = {} -- 0 to 1 over 5 x 3
for i = 1, 5 do
    rising[i] = {}
    for j = 1, 3 do
        rising[i][j] = ((i - 1) * 3 + j - 1) / 14
    end
end
rising = mf.const(rising)
local counted = {} -- i mod 4 over 7 x 5
for i = 1, 7 do
    counted[i] = {}
    for j = 1, 5 do
        counted[i][j] = ((i - 1) * 5 + j - 1) % 4
    end
end
op("mse", { L, L }, loss.mse)
op("sse", { L, L }, loss.sse)
op("mae", { L, L }, loss.mae)
op("huber", { L, L }, function(p, t) return loss.huber(p, t, { beta = 0.7 }) end)
op("bce", { L }, function(p) return loss.bce(p, rising) end)
op("bce_logits", { L }, function(z) return loss.bce_logits(z, rising, { reduce = "none" }) end)
op("cross_entropy", { { 7, 5 } }, function(z) return loss.cross_entropy(z, labels) end)
op("cross_entropy_rows", { { 2, 3, 5 } }, function(z)
    return loss.cross_entropy(z, labels2, { reduce = "none" })
end)
op("cross_entropy_smooth", { { 7, 5 } }, function(z)
    return loss.cross_entropy(z, labels, { label_smoothing = 0.1, reduce = "sum" })
end)
op("cross_entropy_probabilities", { { 7, 5 } }, function(z)
    return loss.cross_entropy(z, mf.const(counted):softmax(-1))
end)
op("nll", { { 7, 5 } }, function(z) return loss.nll(z, labels) end)
op("kl", { { 7, 5 }, { 7, 5 } }, function(q, p) return loss.kl(q, p:softmax(-1)) end)

return case.program("torch_ops")
