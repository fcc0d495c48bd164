-- nn.lua - layers: objects that own parameters and are called on nodes.
--
--     local layer = mf.nn.Linear(13, 10)      -- linear1.weight [13,10], linear1.bias [10]
--     local y = layer(x)
--
-- A layer is a table with its parameters as fields (layer.weight), so that they can be
-- tied or differentiated; layer.name is its name, layer.kind its kind. They are numbered
-- by kind within their scope. Any function from nodes to nodes is as good a layer.

local nn = {}
mf.nn = nn

local extent = mf._extent
local describe = mf._describe
local label = mf._label

-- The parameters of layers, of those within them and of what functions among them hold,
-- each once, in order: layer:params().
local methods = {}
mf._public(methods, "params", function(layer)
    if type(layer) ~= "table" then
        mf._fail("params: the parameters of a layer are layer:params(), not of %s",
            describe(layer))
    end
    local list, seen = {}, { [mf] = true }
    for _, part in pairs(mf) do
        seen[part] = true
    end
    local function collect(one)
        if mf._is_learnt(one) and not seen[one.name] then
            seen[one.name] = true
            list[#list + 1] = one
        end
        local kind = type(one)
        if kind ~= "table" and kind ~= "function" or seen[one] then
            return
        end
        seen[one] = true
        local held = kind == "function" and mf._held(one) or one
        collect(rawget(held, "own")) -- before the rest, which has no order of its own
        collect(rawget(held, "layers"))
        for _, v in pairs(held) do
            collect(v)
        end
    end
    collect(layer)
    return list
end)

-- Defines nn.Kind: make(layer, ...) fills in a new object, apply(layer, x, ...) is the
-- call on nodes. Layers without parameters are not numbered.
local function define(kind, make, apply)
    local name = "nn." .. kind -- in messages
    local meta = { __name = name, __index = methods }
    local called = {}
    mf._public(called, name, apply)
    meta.__call = called[name]
    mf._public(nn, kind, function(...)
        if mf._is_tensor((...)) then
            mf._fail("%s: makes a layer, which is then called on a tensor: %s(...)(x)", name, name)
        end
        local layer = setmetatable({ kind = kind }, meta)
        make(layer, ...)
        return layer
    end, make, 1)
    return meta
end

-- A size: a whole number from 1, or a named dimension.
local function check_size(kind, what, v)
    if type(v) == "number" and v % 1 == 0 and v >= 1 then
        return math.tointeger(v)
    elseif mf._is_dim(v) then
        return v
    end
    mf._fail("nn.%s: %s must be a whole number from 1 or a dimension, not %s", kind, what,
        describe(v))
end

local function check_node(layer, x)
    if not mf._is_tensor(x) then
        mf._fail("%s: a layer is called on a tensor, not on %s", layer.name or "nn." .. layer.kind,
            describe(x))
    end
end

-- x, whose axis must have the dim that the layer was made for.
local function check_axis(layer, x, axis, want, what)
    check_node(layer, x)
    local at = axis < 0 and x.rank + 1 + axis or axis
    local there = at >= 1 and at <= x.rank
    if there and x.shape[at] == want then
        return x
    end
    mf._note_made(x)
    if layer.weight then
        mf._note_made(layer.weight)
    end
    local floating = x.dtype == "f32" or x.dtype == "f64"
    local tell = there and floating and mf._heal or mf._fail
    tell("%s: takes %s %s on %s, but is called on %s%s", layer.name,
        mf._is_dim(want) and want.name or want, what,
        axis == -1 and "the last axis" or "axis " .. axis, describe(x),
        there and mf._dim_hint(x.shape[at], want) or "")
    return mf._instead(x, at, want)
end

local function param(layer, field, shape, init, role)
    layer[field] = mf._param {
        name = layer.name .. "." .. field,
        shape = shape,
        init = init,
        role = role or "param",
        trainable = role == nil,
    }
    if role == nil then
        layer.own = layer.own or {}
        layer.own[#layer.own + 1] = layer[field]
    end
end

-- Weight and, unless bias is false, bias; both uniform in +-1/sqrt(fan_in) unless the
-- options give initialisers: { init = ..., bias = init.zeros() }.
local function weight_and_bias(layer, shape, outputs, opts)
    local within = mf._init_within(1 / math.sqrt(mf._fans(layer.kind, shape, layer.name)))
    param(layer, "weight", shape, opts.init or within)
    if opts.bias then
        param(layer, "bias", { outputs }, type(opts.bias) == "function" and opts.bias or within)
    end
end

-- Per-channel values in the shape that meets x [N, C, ...] by broadcasting.
local function along_channels(v, x)
    local shape = { v.shape[1] }
    for i = 3, x.rank do
        shape[i - 1] = 1
    end
    return #shape == 1 and v or v:reshape(shape)
end

---------------------------------------------------------------- dense and windows

-- x W + b over the last axis of x, whatever stands before it.
local function affine(x, w, b)
    local rows = ("abcdefg"):sub(1, x.rank - 1)
    local y = mf._contract(x, w, rows .. "k,kz->" .. rows .. "z")
    return b and y + b or y
end

define("Linear", function(layer, inputs, outputs, opts)
    layer.inputs = check_size("Linear", "the number of inputs", inputs)
    layer.outputs = check_size("Linear", "the number of outputs", outputs)
    opts = mf._options("nn.Linear", opts, { "init", bias = true })
    layer.name = mf._number("linear")
    weight_and_bias(layer, { layer.inputs, layer.outputs }, layer.outputs, opts)
end, function(layer, x)
    x = check_axis(layer, x, -1, layer.inputs, "features")
    return label(layer.name, affine(x, layer.weight, layer.bias))
end)

local function define_convolution(kind, fn, n, transposed)
    define(kind, function(layer, inputs, outputs, k, opts)
        layer.inputs = check_size(kind, "the number of input channels", inputs)
        layer.outputs = check_size(kind, "the number of output channels", outputs)
        local defaults = { stride = 1, pad = 0, dilation = 1, groups = 1, bias = true, "init" }
        if transposed then
            defaults.output_pad = 0
        end
        opts = mf._options("nn." .. kind, opts, defaults)
        local groups = check_size(kind, "groups", opts.groups)
        local i, o = extent(layer.inputs), extent(layer.outputs)
        if i % groups ~= 0 or o % groups ~= 0 then
            mf._fail("nn.%s: %d input and %d output channels do not divide into %d groups", kind,
                i, o, groups)
        end
        local shape = transposed and { layer.inputs, o // groups } or { layer.outputs, i // groups }
        if groups == 1 then
            shape[2] = transposed and layer.outputs or layer.inputs
        end
        if type(k) ~= "table" then
            k = { k, n > 1 and k or nil, n > 2 and k or nil }
        end
        if #k ~= n then
            mf._fail("nn.%s: the kernel needs a number or a list of %d", kind, n)
        end
        for j = 1, n do
            shape[2 + j] = check_size(kind, "the kernel", k[j])
        end
        layer.name = mf._number(kind:lower())
        layer.options = { stride = opts.stride, pad = opts.pad, dilation = opts.dilation,
            groups = groups, output_pad = opts.output_pad }
        weight_and_bias(layer, shape, layer.outputs, opts)
    end, function(layer, x)
        x = check_axis(layer, x, 2, layer.inputs, "channels")
        local y = mf[fn](x, layer.weight, layer.options)
        return label(layer.name, layer.bias and y + along_channels(layer.bias, y) or y)
    end)
end

define_convolution("Conv1d", "conv1d", 1)
define_convolution("Conv2d", "conv2d", 2)
define_convolution("Conv3d", "conv3d", 3)
define_convolution("ConvTranspose1d", "conv_transpose1d", 1, true)
define_convolution("ConvTranspose2d", "conv_transpose2d", 2, true)
define_convolution("ConvTranspose3d", "conv_transpose3d", 3, true)

for _, kind in ipairs { "MaxPool1d", "MaxPool2d", "MaxPool3d", "AvgPool1d", "AvgPool2d", "AvgPool3d" } do
    local fn = kind:gsub("Pool", "_pool"):lower()
    define(kind, function(layer, k, opts)
        layer.k, layer.options = k, mf._options("nn." .. kind, opts, mf._windows.pools[fn])
    end, function(layer, x)
        check_node(layer, x)
        return mf[fn](x, layer.k, layer.options)
    end)
end

define("Upsample", function(layer, k, opts)
    if k == nil then
        mf._fail("nn.Upsample: the factor is missing: nn.Upsample(2)")
    end
    layer.k = k
    layer.options = mf._options("nn.Upsample", opts, { mode = "nearest", align_corners = false })
end, function(layer, x)
    check_node(layer, x)
    return mf.upsample(x, layer.k, layer.options)
end)

-- Layers of one size: what it is, for the message where it is missing.
for kind, fn in pairs { PixelShuffle = "pixel_shuffle", PixelUnshuffle = "pixel_unshuffle",
    ChannelShuffle = "channel_shuffle", AdaptiveAvgPool1d = "adaptive_avg_pool1d",
    AdaptiveAvgPool2d = "adaptive_avg_pool2d", AdaptiveAvgPool3d = "adaptive_avg_pool3d",
    AdaptiveMaxPool1d = "adaptive_max_pool1d", AdaptiveMaxPool2d = "adaptive_max_pool2d",
    AdaptiveMaxPool3d = "adaptive_max_pool3d" } do
    define(kind, function(layer, size)
        if size == nil then
            mf._fail("nn.%s: the size is missing: nn.%s(2)", kind, kind)
        end
        layer.size = size
    end, function(layer, x)
        check_node(layer, x)
        return mf[fn](x, layer.size)
    end)
end

define("Embedding", function(layer, n, d, opts)
    n = check_size("Embedding", "the number of rows", n)
    d = check_size("Embedding", "the width", d)
    opts = mf._options("nn.Embedding", opts, { "init" })
    layer.name = mf._number("embedding")
    param(layer, "weight", { n, d }, opts.init or mf.init.normal())
end, function(layer, ids)
    check_node(layer, ids)
    if ids.dtype ~= "i32" then
        mf._fail("%s: takes row numbers of dtype i32, not %s: mf.input(name, shape, \"i32\")",
            layer.name, describe(ids))
    end
    return label(layer.name, mf.gather(layer.weight, ids))
end)

---------------------------------------------------------------- normalisation

-- 1 / sqrt(mean of squares + eps): one division a row.
local function inverse_deviation(d, axes, eps)
    local root = label("deviation", mf.sqrt((d * d):mean(axes, { keep = true }) + eps))
    return label("inverse", 1 / root)
end

-- (x - mean) / sqrt(var + eps), the biased variance and eps inside the root.
local function normalised(x, axes, eps)
    local d = label("centred", x - x:mean(axes, { keep = true }))
    return label("normal", d * inverse_deviation(d, axes, eps))
end

-- In training the statistics of the batch, which move the running ones; in inference
-- the running ones.
define("BatchNorm", function(layer, channels, opts)
    layer.channels = check_size("BatchNorm", "the number of channels", channels)
    opts = mf._options("nn.BatchNorm", opts, { eps = 1e-5, momentum = 0.1 })
    layer.name, layer.eps, layer.momentum = mf._number("batchnorm"), opts.eps, opts.momentum
    local shape, init = { layer.channels }, mf.init
    param(layer, "weight", shape, init.ones())
    param(layer, "bias", shape, init.zeros())
    param(layer, "running_mean", shape, init.zeros(), "stat")
    param(layer, "running_var", shape, init.ones(), "stat")
end, function(layer, x)
    x = check_axis(layer, x, 2, layer.channels, "channels")
    local axes = { 1 }
    for i = 3, x.rank do
        axes[i - 1] = i
    end
    local batch_mean = x:mean(axes)
    local mean = mf._mode(batch_mean, layer.running_mean)
    local d = label("centred", x - along_channels(mean, x))
    local batch_var = label("variance", (d * d):mean(axes))
    local var = mf._mode(batch_var, layer.running_var)
    local scale = label("scale", layer.weight / label("deviation", mf.sqrt(var + layer.eps)))
    local y = label(layer.name, d * along_channels(scale, x) + along_channels(layer.bias, x))

    local n = mf._size(x) / extent(layer.channels)
    local m = layer.momentum
    local function moved(old, new)
        return (1 - m) * old + m * mf.stop_gradient(new)
    end
    mf._stat(layer.running_mean, moved(layer.running_mean, batch_mean), y)
    mf._stat(layer.running_var, moved(layer.running_var, batch_var * (n / math.max(n - 1, 1))), y)
    return y
end)

-- The sizes of the last axes: a number or a list.
local function last_axes(kind, d)
    local shape, axes = {}, {}
    if type(d) ~= "table" or mf._is_dim(d) then
        d = { d }
    end
    for i = 1, #d do
        shape[i] = check_size(kind, "the width", d[i])
        axes[i] = i - 1 - #d
    end
    return shape, axes
end

local function check_last(layer, x)
    for i = 1, #layer.axes do
        x = check_axis(layer, x, layer.axes[i], layer.shape[i], "features")
    end
    return x
end

define("LayerNorm", function(layer, d, opts)
    opts = mf._options("nn.LayerNorm", opts, { eps = 1e-5, bias = true })
    layer.shape, layer.axes = last_axes("LayerNorm", d)
    layer.name, layer.eps = mf._number("layernorm"), opts.eps
    param(layer, "weight", layer.shape, mf.init.ones())
    if opts.bias then
        param(layer, "bias", layer.shape, mf.init.zeros())
    end
end, function(layer, x)
    x = check_last(layer, x)
    local y = normalised(x, layer.axes, layer.eps) * layer.weight
    return label(layer.name, layer.bias and y + layer.bias or y)
end)

define("RMSNorm", function(layer, d, opts)
    opts = mf._options("nn.RMSNorm", opts, { eps = 1e-6 })
    layer.shape, layer.axes = last_axes("RMSNorm", d)
    layer.name, layer.eps = mf._number("rmsnorm"), opts.eps
    param(layer, "weight", layer.shape, mf.init.ones())
end, function(layer, x)
    x = check_last(layer, x)
    return label(layer.name, x * inverse_deviation(x, layer.axes, layer.eps) * layer.weight)
end)

define("GroupNorm", function(layer, groups, channels, opts)
    layer.groups = extent(check_size("GroupNorm", "the number of groups", groups))
    layer.channels = check_size("GroupNorm", "the number of channels", channels)
    if extent(layer.channels) % layer.groups ~= 0 then
        mf._fail("nn.GroupNorm: %d channels do not divide into %d groups", extent(layer.channels),
            layer.groups)
    end
    opts = mf._options("nn.GroupNorm", opts, { eps = 1e-5 })
    layer.name, layer.eps = mf._number("groupnorm"), opts.eps
    param(layer, "weight", { layer.channels }, mf.init.ones())
    param(layer, "bias", { layer.channels }, mf.init.zeros())
end, function(layer, x)
    x = check_axis(layer, x, 2, layer.channels, "channels")
    local y = normalised(x:reshape { x.shape[1], layer.groups, -1 }, -1, layer.eps)
    y = y:reshape(x.shape) * along_channels(layer.weight, x) + along_channels(layer.bias, x)
    return label(layer.name, y)
end)

-- Each channel of each example over its positions, in training and in inference alike.
define("InstanceNorm", function(layer, channels, opts)
    layer.channels = check_size("InstanceNorm", "the number of channels", channels)
    opts = mf._options("nn.InstanceNorm", opts, { eps = 1e-5, affine = false })
    layer.name, layer.eps = mf._number("instancenorm"), opts.eps
    if opts.affine then
        param(layer, "weight", { layer.channels }, mf.init.ones())
        param(layer, "bias", { layer.channels }, mf.init.zeros())
    end
end, function(layer, x)
    x = check_axis(layer, x, 2, layer.channels, "channels")
    local axes = {}
    for i = 3, x.rank do
        axes[i - 2] = i
    end
    if #axes == 0 then
        mf._fail("%s: takes [N, C, L] or more axes, not %s", layer.name, describe(x))
    end
    local y = normalised(x, axes, layer.eps)
    if layer.weight then
        y = y * along_channels(layer.weight, x) + along_channels(layer.bias, x)
    end
    return label(layer.name, y)
end)

define("Dropout", function(layer, p)
    layer.p = mf._check_number("nn.Dropout", "p", p or 0.5)
end, function(layer, x)
    check_node(layer, x)
    return mf.dropout(x, layer.p)
end)

-- What other files make layers of.
mf._layers = {
    define = define,
    check_size = check_size,
    check_axis = check_axis,
    param = param,
    weight_and_bias = weight_and_bias,
    affine = affine,
    check_node = check_node,
    along_channels = along_channels,
}

---------------------------------------------------------------- composition

-- A layer or a function as the function that applies it.
local function check_layer(kind, what, layer)
    local meta = type(layer) == "table" and getmetatable(layer)
    if type(layer) ~= "function" and not (meta and meta.__call) then
        mf._fail("nn.%s: %s must be a layer or a function, not %s", kind, what, describe(layer))
    end
    return layer
end

define("Residual", function(self, layer)
    self.layers = { check_layer("Residual", "its argument", layer) }
end, function(self, x)
    check_node(self, x)
    local errors = mf._errors()
    local y = self.layers[1](x)
    if mf._errors() > errors then
        mf._give_up() -- the layer's own shape is in doubt
    end
    mf._check_tensor("nn.Residual", "what the layer gives", y)
    if not mf._same_shape(x, y) then
        mf._fail("nn.Residual: the layer must keep the shape, but gives %s for %s",
            describe(y), describe(x))
    end
    return label("residual", x + y)
end)

local sequential = define("Sequential", function(self, layers, ...)
    self.layers = {}
    for i, layer in ipairs(layers or {}) do
        self.layers[i] = check_layer("Sequential", "item " .. i, layer)
    end
    local list = ... == nil
    for k in pairs(layers or {}) do
        list = list and math.type(k) == "integer" and k >= 1 and k <= #self.layers
    end
    if not list then
        mf._fail("nn.Sequential: takes a list of layers in braces, without gaps and "
            .. "names: nn.Sequential { a, b }")
    end
end, function(self, x)
    for _, layer in ipairs(self.layers) do
        x = layer(x)
    end
    return x
end)

sequential.__index = { params = methods.params }
mf._public(sequential.__index, "add", function(self, layer)
    self.layers[#self.layers + 1] = check_layer("Sequential", "what is added", layer)
    return self
end)
