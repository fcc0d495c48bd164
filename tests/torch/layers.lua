-- layers.lua - values and gradients of layers beside those of PyTorch: every output of
-- `errors` is below 1e-9.
--     mfc eval layers.lua errors --params layers.safetensors

local mf = require "mfc"
mf.dtype "f64"
local case = require "case"
local nn, layer = mf.nn, case.layer

layer("linear", nn.Linear(3, 5), { 2, 7, 3 })
layer("conv1d", nn.Conv1d(4, 6, 3, { pad = 1, groups = 2 }), { 2, 4, 7 })
layer("conv2d", nn.Conv2d(3, 5, 3, { stride = 2, pad = 1 }), { 2, 3, 7, 6 })
layer("conv_transpose2d", nn.ConvTranspose2d(3, 4, 3, { stride = 2, pad = 1 }), { 2, 3, 4, 5 })
layer("conv_transpose1d", nn.ConvTranspose1d(4, 6, 3, { stride = 2, pad = 1, output_pad = 1, groups = 2 }),
    { 2, 4, 5 })
layer("instance_norm", nn.InstanceNorm(3, { affine = true }), { 2, 3, 4, 5 })
layer("instance_norm_plain", nn.InstanceNorm(3), { 2, 3, 5 })
layer("upsample", nn.Upsample(2), { 2, 3, 4, 5 })
layer("layer_norm", nn.LayerNorm(7), { 3, 5, 7 })
layer("rms_norm", nn.RMSNorm(7), { 3, 5, 7 })
layer("group_norm", nn.GroupNorm(2, 6), { 3, 6, 5 })
layer("batch_norm", nn.BatchNorm(3), { 5, 3, 2, 3 }) -- in inference

-- All outputs and the last states, side by side.
local function states(net, x)
    local y, h, c = net(x)
    local last = c and mf.concat({ h, c }, 2) or h
    return mf.concat({ y:reshape { 2, -1 }, last }, 2)
end
for _, kind in ipairs { "RNN", "GRU", "LSTM" } do
    for depth = 1, 2 do
        layer(kind:lower() .. depth, nn[kind](3, 5, { layers = depth }), { 2, 4, 3 }, states)
    end
end
layer("attention1", nn.MultiHeadAttention(6, 2), { 2, 5, 6 })
layer("attention2", nn.MultiHeadAttention(6, 2, { causal = true }), { 2, 5, 6 })
layer("embedding", nn.Embedding(7, 4), nil, function(embedding)
    return embedding(mf.const({ { 3, 0, 3 }, { 1, 6, 3 } }, "i32"))
end)

return case.program("torch_layers")
