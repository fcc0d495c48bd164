-- activation.lua - layers that are one function of each element or row: those of mf under
-- the names of layers, and the one that learns its slope.

local layers = mf._layers
local define, check_node = layers.define, layers.check_node

local function define_function(kind, fn, ...)
    local defaults = { ... }
    define(kind, function(layer, ...)
        layer.arguments = { ... }
        if select("#", ...) > #defaults then
            mf._fail("nn.%s: takes %d argument%s, not %d", kind, #defaults,
                #defaults == 1 and "" or "s", select("#", ...))
        end
        for i, default in ipairs(defaults) do
            if layer.arguments[i] == nil then
                layer.arguments[i] = default
            end
        end
    end, function(layer, x)
        check_node(layer, x)
        return fn(x, table.unpack(layer.arguments, 1, #defaults))
    end)
end

local function plain(kind, fn)
    define_function(kind, function(x) return fn(x) end)
end

plain("ReLU", mf.relu)
plain("Sigmoid", mf.sigmoid)
plain("Tanh", mf.tanh)
plain("GELU", mf.gelu)
plain("SiLU", mf.silu)
plain("Softplus", mf.softplus)
plain("SELU", mf.selu)
plain("Mish", mf.mish)
plain("Softsign", mf.softsign)
plain("LogSigmoid", mf.logsigmoid)
plain("ReLU6", mf.relu6)
plain("Hardsigmoid", mf.hardsigmoid)
plain("Hardswish", mf.hardswish)
plain("Identity", function(x) return x end)
define_function("LeakyReLU", mf.leaky_relu, 0.01)
define_function("ELU", mf.elu, 1)
define_function("Hardtanh", mf.hardtanh, -1, 1)
define_function("GLU", mf.glu, -1)
define_function("Softmax", mf.softmax, -1)
define_function("LogSoftmax", mf.log_softmax, -1)
define_function("Flatten", mf.flatten, 2, -1)

-- x, or a learnt slope times x below 0: one slope, or one for each channel of axis 2.
define("PReLU", function(layer, channels, opts)
    layer.channels = channels and layers.check_size("PReLU", "the number of channels", channels)
    opts = mf._options("nn.PReLU", opts, { "init" })
    layer.name = mf._number("prelu")
    layers.param(layer, "weight", { layer.channels or 1 }, opts.init or mf.init.constant(0.25))
end, function(layer, x)
    check_node(layer, x)
    local slope = layer.weight
    if layer.channels then
        x = layers.check_axis(layer, x, 2, layer.channels, "channels")
        slope = layers.along_channels(slope, x)
    end
    return mf.where(x:gt(0), x, slope * x)
end)
