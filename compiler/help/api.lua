-- api.lua - what scripts may call, for definitions and the manual page: parameters with
-- their types, the result, a line of text, and the options of the table that comes last.
-- The scalar operators are not here: their rows follow from ops.def. definitions.lua
-- looks that no function that scripts see is missing.

-- Types whose names get the prefix mfc. in the definitions.
local types = {
    { "Dim", "A named dimension, made by mf.dim." },
    { "Extent", "integer|mfc.Dim" },
    { "Axis", "integer|string|mfc.Dim" },
    { "Axes", "mfc.Axis|mfc.Axis[]" },
    { "Shape", "mfc.Extent[]" },
    { "Number", "number|mfc.Tensor" },
    { "Rate", "mfc.Number|fun(p: mfc.Tensor): mfc.Number" },
    { "Dtype", '"f32"|"f64"|"i32"|"bool"' },
    { "Init", "fun(shape: mfc.Shape, name: string): mfc.Tensor" },
    { "Module", "mfc.Layer|fun(x: mfc.Tensor): mfc.Tensor" },
    { "Optimizer", "What mf.train takes as optimizer." },
    { "Data", "What mf.program takes as data." },
    { "Train", "What mf.program takes as train." },
    { "Func", "What mf.program takes as one of funcs." },
    { "Program", "What a script returns." },
    { "Scale", '"zscore"|"minmax"|{ mul?: number, sub?: number, div?: number }' },
}

local keep = { { "keep", "boolean", "leave the axes as 1" } }
local reduce = { "reduce", '"mean"|"sum"|"none"', "over elements, or examples of classes" }
local ignored = { "ignore_index", "integer", "the label of what does not count" }
local weighted = { "weight", "Tensor|number[]", "a factor for each class" }
local size2 = "integer|integer[]"
local window = {
    { "stride", size2, "1" }, { "pad", size2 .. '|"same"', "0" }, { "dilation", size2, "1" },
    { "groups", "integer", "1" },
}
local pool = {
    { "stride", size2, "the window" }, { "pad", size2, "0" },
    { "ceil_mode", "boolean", "a window for what is left at the end" },
}
local mean_pool = {
    pool[1], pool[2], pool[3], { "count_include_pad", "boolean", "true" },
}
local unfolded = { { "stride", size2, "1" }, { "pad", size2, "0" }, { "dilation", size2, "1" } }

local function more(list, ...)
    local all = { ... }
    for i = #list, 1, -1 do
        table.insert(all, 1, list[i])
    end
    return all
end

local transposed = more(window, { "output_pad", size2, "0" })
local bias = { "bias", "boolean|Init", "true" }
local init = { "init", "Init", "uniform within 1/sqrt(fan_in)" }
local recurrent = { { "layers", "integer", "1" }, { "bias", "boolean", "true" }, { "dropout", "number", "0" } }
local eps = { "eps", "number", "a small number under the root" }
local lr = { "lr", "Rate", "the learning rate" }
local betas = { "betas", "Number[]", "two decay rates" }
local decay = { "weight_decay", "Rate", "" }
local gain = { { "gain", "number", "1" } }
local from = { "from", "number", "the first value" }
local steps = { "steps", "integer", "those of the training" }
local to = { "to", "number", "0" }
local split = { "split", "table<string, number>", "parts of the rows, like { train = 0.9, valid = 0.1 }" }

local function pooled(n, options)
    return { "x: Tensor, k: " .. size2, "Tensor", n .. " over windows of each channel", options or pool }
end

local function adapted(n)
    return { "x: Tensor, size: " .. size2, "Tensor", n .. " over windows that fill this size" }
end
local function between(mode)
    return { { "mode", '"nearest"|"linear"', mode }, { "align_corners", "boolean", "false" } }
end

local T = { "x: Tensor", "Tensor" }
local function unary(text)
    return { T[1], T[2], text }
end
local function reduction(text)
    return { "x: Tensor, axes?: Axes", "Tensor", text, keep }
end
local loss = "prediction: Tensor, target: Tensor"
local classes = "scores: Tensor, labels: Tensor"

local functions = {
    mf = {
        input = { "name: string, shape: Shape, dtype?: Dtype", "Tensor", "an input of the model" },
        param = { "name: string, shape: Shape, init?: Init", "Tensor", "a parameter; zeros unless an initialiser is given",
            { { "trainable", "boolean", "true" } } },
        const = { "values: number|boolean|table, dtype?: Dtype", "Tensor", "a constant, of a number or nested tables" },
        zeros = { "shape: Shape, dtype?: Dtype", "Tensor", "0 everywhere" },
        ones = { "shape: Shape, dtype?: Dtype", "Tensor", "1 everywhere" },
        full = { "shape: Shape, value: number, dtype?: Dtype", "Tensor", "the value everywhere" },
        dim = { "name: string, value: integer", "Dim", "a named dimension and its value" },
        dtype = { "dtype: Dtype", "nil", "makes every floating value f64; at the top of a script" },
        scope = { "name: string, fn: fun(...): ...", "any", "prefixes the names of parameters made inside; what fn gives",
            { { "trainable", "boolean", "false: the parameters made inside are not trained" } } },
        inference = { "fn: fun(...): ...", "any", "what fn gives, with layers (dropout, batch norm) as in inference" },
        step = { "", "Tensor", "the steps done before this one, a float" },
        arange = { "n: integer, dtype?: Dtype", "Tensor", "0 to n - 1, i32" },
        causal_mask = { "n: Extent", "Tensor", "bool [n, n], true on and below the diagonal" },
        update = { "state: Tensor, value: Tensor, of?: Tensor", "nil",
            "a parameter that is not trained takes this value in training steps (whose loss needs `of`)" },
        random_uniform = { "shape: Shape", "Tensor", "fresh at every step",
            { { "lo", "number", "0" }, { "hi", "number", "1" }, { "stream", "string", "the stream that is drawn from" } } },
        random_normal = { "shape: Shape", "Tensor", "fresh at every step",
            { { "std", "number", "1" }, { "mean", "number", "0" }, { "stream", "string", "the stream that is drawn from" } } },
        scan = { "fn: (fun(carry: any, x: any): any, any), init: any, xs: any", "any, any",
            "a loop over axis 1 of xs: the last carry, and the outs stacked" },
        numpy_rng = { "seed: integer", "Rng", "NumPy's RandomState, drawn while the script runs" },
        program = { "", "Program", "what a script returns", {
            { "name", "string", "of the C names; the script's unless given" },
            { "data", "Data", "mf.data.csv { ... }" },
            { "train", "Train|table<string, any>", "mf.train { ... }, or several by name" },
            { "funcs", "table<string, Func>", "the functions of the C" } } },
        train = { "", "Train", "how to train", {
            { "loss", "Tensor", "a scalar" },
            { "optimizer", "Optimizer", "mf.optim.Adam { lr = 1e-3 }" },
            { "metrics", "table<string, Tensor>", "scalars that are reported" },
            { "epochs", "integer", "" }, { "steps", "integer", "" },
            { "batch", "integer", "binds the dim B" },
            { "shuffle", 'boolean|"replacement"', "true" }, { "seed", "integer", "" },
            { "params", "Tensor[]", "all that are trainable" },
            { "clip_norm", "number", "of all gradients together" },
            { "clip_value", "number", "of each element of a gradient" },
            { "accumulate", "integer", "batches to a step" },
            { "valid", "{ split?: string, every?: integer|string, batches?: integer }", "" },
            { "early_stop", "{ metric?: string, patience?: integer }", "" },
            { "checkpoint", "{ every?: integer|string, keep?: integer }", "" } } },
        func = { "", "Func", "a function of the C", {
            { "inputs", "Tensor[]", "in the order of its arguments" },
            { "outputs", "Tensor[]", "a list: its order is that of the arguments" },
            { "dims", "table<string, integer>", "other values of dims" } } },
        -- composed, and methods of tensors too
        square = unary "x * x", reciprocal = unary "1 / x", rsqrt = unary "1 / sqrt(x)",
        silu = unary "x * sigmoid(x)", gelu = unary "x (1 + erf(x / sqrt 2)) / 2",
        gelu_tanh = unary "the approximation of gelu by tanh",
        leaky_relu = { "x: Tensor, slope?: number", "Tensor", "x, or slope x below 0; slope 0.01" },
        elu = { "x: Tensor, alpha?: number", "Tensor", "x, or alpha (exp(x) - 1) below 0" },
        clamp = { "x: Tensor, lo?: Number, hi?: Number", "Tensor", "within the bounds" },
        hardtanh = { "x: Tensor, lo?: number, hi?: number", "Tensor", "within the bounds, -1 and 1" },
        tan = unary "sin(x) / cos(x)", sinh = unary "the hyperbolic sine", cosh = unary "the hyperbolic cosine",
        asinh = unary "whose sinh is x", acosh = unary "from 0, whose cosh is x", atanh = unary "whose tanh is x",
        asin = unary "the angle whose sine is x, within pi/2", acos = unary "the angle whose cosine is x, from 0 to pi",
        atan2 = { "y: Tensor, x: Tensor", "Tensor", "the angle of the point (x, y), from -pi to pi" },
        lgamma = unary "log |gamma(x)|, of which digamma is the derivative", digamma = unary "the derivative of lgamma",
        log2 = unary "log(x) / log(2)", log10 = unary "log(x) / log(10)", trunc = unary "the whole number towards 0",
        floor_divide = { "x: Tensor, y: Number", "Tensor", "the largest whole number below x / y, x // y" },
        remainder = { "x: Tensor, y: Number", "Tensor", "x less a whole number of y, with the sign of y: x % y" },
        lerp = { "x: Tensor, y: Number, t: Number", "Tensor", "x + t (y - x)" },
        selu = unary "1.0507 elu(x, 1.6733)", mish = unary "x tanh(softplus(x))",
        logsigmoid = unary "log(sigmoid(x))", softsign = unary "x / (1 + |x|)", relu6 = unary "within 0 and 6",
        hardsigmoid = unary "x / 6 + 1 / 2 within 0 and 1", hardswish = unary "x hardsigmoid(x)",
        glu = { "x: Tensor, axis?: Axis", "Tensor", "the first half times the sigmoid of the second; of the last axis unless another is given" },
        isnan = unary "bool: is it no number?", isinf = unary "bool: is it infinite?", isfinite = unary "bool: neither infinite nor NaN?",
        any = reduction "of bool: is one of them true?", all = reduction "of bool: are all of them true?",
        zeros_like = unary "0 in the shape of x", ones_like = unary "1 in the shape of x",
        full_like = { "x: Tensor, value: number", "Tensor", "the value in the shape of x" },
        linspace = { "lo: number, hi: number, n: Extent", "Tensor", "n numbers from lo to hi" },
        eye = { "n: Extent", "Tensor", "[n, n], 1 on the diagonal" },
        tril = { "x: Tensor, k?: integer", "Tensor", "0 above the k-th diagonal of the last two axes" },
        triu = { "x: Tensor, k?: integer", "Tensor", "0 below the k-th diagonal of the last two axes" },
        diag = unary "the diagonal of a matrix, or the matrix with this diagonal", trace = unary "the sum of the diagonal",
        solve = { "a: Tensor, b: Tensor", "Tensor", "x of a x = b; [..., n, n] and [..., n] or [..., n, m]" },
        inv = unary "the inverse of the last two axes", det = unary "the determinant of the last two axes",
        cholesky = unary "L of x = L L', for a positive definite x",
        sort = { "x: Tensor, axis?: Axis", "Tensor, Tensor", "in rising order, and the positions from 0; over the last axis unless another is given", { { "descending", "boolean", "false" } } },
        argsort = { "x: Tensor, axis?: Axis", "Tensor", "the positions, from 0, in rising order", { { "descending", "boolean", "false" } } },
        normalize = { "x: Tensor, axis?: Axis", "Tensor", "x by its length along the last axis or another" },
        cosine_similarity = { "a: Tensor, b: Tensor, axis?: Axis", "Tensor", "of the directions along the last axis or another" },
        cdist = { "a: Tensor, b: Tensor", "Tensor", "[..., n, d], [..., m, d]: the distances [..., n, m] of their rows" },
        sum = reduction "the sum over all elements, or over axes", mean = reduction "the mean",
        max = reduction "the largest", min = reduction "the smallest", prod = reduction "the product",
        var = reduction "the biased variance", std = reduction "the standard deviation",
        logsumexp = reduction "log(sum(exp(x)))", norm = reduction "the Euclidean norm",
        argmax = reduction "the position of the largest, from 0", argmin = reduction "the position of the smallest, from 0",
        cumsum = { "x: Tensor, axis?: Axis", "Tensor", "sums up to each element", { { "reverse", "boolean", "from the end" } } },
        cumprod = { "x: Tensor, axis?: Axis", "Tensor", "products up to each element" },
        logcumsumexp = { "x: Tensor, axis?: Axis", "Tensor", "log(sum(exp(x))) up to each element" },
        softmax = { "x: Tensor, axis?: Axis", "Tensor", "over the last axis unless another is given" },
        log_softmax = { "x: Tensor, axis?: Axis", "Tensor", "log(softmax(x))" },
        dropout = { "x: Tensor, p?: number", "Tensor", "drops the part p in training, 0.5" },
        reshape = { "x: Tensor, shape: Extent[]", "Tensor", "the elements in another shape; one extent may be -1" },
        permute = { "x: Tensor, axes: Axis[]", "Tensor", "the axes in another order" },
        transpose = { "x: Tensor, a: Axis, b: Axis", "Tensor", "two axes exchanged" },
        T = { "x: Tensor", "Tensor", "the last two axes exchanged" },
        squeeze = { "x: Tensor, axis: Axis", "Tensor", "without an axis of 1" },
        unsqueeze = { "x: Tensor, axis: Axis", "Tensor", "with an axis of 1 more" },
        flatten = { "x: Tensor, from?: Axis, to?: Axis", "Tensor", "these axes as one; from 2 to the last" },
        expand = { "x: Tensor, axis: Axis, n: Extent", "Tensor", "with an axis of n copies more" },
        broadcast = { "x: Tensor, shape: Shape", "Tensor", "in this shape, by NumPy's rule" },
        slice = { "x: Tensor, axis: Axis, first: integer, last: integer, step?: integer", "Tensor", "counted from 1, both ends included" },
        select = { "x: Tensor, axis: Axis, i: integer", "Tensor", "one position, counted from 1; without the axis" },
        pad = { 'x: Tensor, pairs: integer[][], value?: number|"reflect"|"replicate"|"circular"', "Tensor", "a pair { before, after } for every axis; with a word, x goes on beyond its ends" },
        flip = { "x: Tensor, axis: Axis", "Tensor", "from the end to the start" },
        roll = { "x: Tensor, n: integer, axis: Axis", "Tensor", "moved n places on; what leaves at the end comes in at the start" },
        topk = { "x: Tensor, k: integer, axis?: Axis", "Tensor, Tensor", "the k largest, from the largest down, and their positions from 0; over the last axis unless another is given" },
        split = { "x: Tensor, n: integer, axis: Axis", "Tensor, ...", "n equal parts, as n values" },
        unbind = { "x: Tensor, axis?: Axis", "Tensor, ...", "the parts along an axis, the first unless another is given, without it" },
        concat = { "list: Tensor[], axis: Axis", "Tensor", "one after another along an axis" },
        stack = { "list: Tensor[], axis: Axis", "Tensor", "along a new axis" },
        matmul = { "a: Tensor, b: Tensor", "Tensor", "the product, batched by NumPy's rules" },
        mm = { "a: Tensor, b: Tensor", "Tensor", "matmul" },
        einsum = { "formula: string, a: Tensor, b?: Tensor", "Tensor", 'like einsum("bij,bjk->bik", a, b)' },
        outer = { "a: Tensor, b: Tensor", "Tensor", "of two vectors" },
        dot = { "a: Tensor, b: Tensor", "Tensor", "of two vectors" },
        conv1d = { "x: Tensor, w: Tensor", "Tensor", "x [N, C, L] by w [O, C / groups, k]", window },
        conv2d = { "x: Tensor, w: Tensor", "Tensor", "x [N, C, H, W] by w [O, C / groups, kh, kw]", window },
        conv3d = { "x: Tensor, w: Tensor", "Tensor", "x [N, C, D, H, W] by w [O, C / groups, kd, kh, kw]", window },
        conv_transpose3d = { "x: Tensor, w: Tensor", "Tensor", "x [N, C, D, H, W] by w [C, O / groups, kd, kh, kw]", transposed },
        conv_transpose2d = { "x: Tensor, w: Tensor", "Tensor", "x [N, C, H, W] by w [C, O / groups, kh, kw]", transposed },
        conv_transpose1d = { "x: Tensor, w: Tensor", "Tensor", "x [N, C, L] by w [C, O / groups, k]", transposed },
        upsample = { "x: Tensor, k: " .. size2, "Tensor", "[N, C, L] and up to [N, C, D, H, W] with each element k times along the last axes, or what lies between", between("nearest") },
        resize = { "x: Tensor, size: " .. size2, "Tensor", "[N, C, L] and up to [N, C, D, H, W] with other extents of the last axes", between("linear") },
        pixel_shuffle = { "x: Tensor, r: " .. size2, "Tensor", "parts of r x r channels as r x r pixels" },
        pixel_unshuffle = { "x: Tensor, r: " .. size2, "Tensor", "r x r pixels as so many channels" },
        channel_shuffle = { "x: Tensor, groups: integer", "Tensor", "the first channel of each group, then the second ones" },
        unfold = { "x: Tensor, k: " .. size2, "Tensor", "[N, C, ...] to [N, C x taps, positions]: windows as columns", unfolded },
        fold = { "x: Tensor, size: " .. size2 .. ", k: " .. size2, "Tensor", "the sums of windows: unfold, the other way", unfolded },
        grid_sample = { "x: Tensor, grid: Tensor", "Tensor", "x [N, C, H, W] at places (x, y) from -1 to 1, grid [N, h, w, 2]", {
            { "align_corners", "boolean", "false" }, { "border", '"zeros"|"replicate"', "what is outside" } } },
        adaptive_max_pool1d = adapted "the largest", adaptive_max_pool2d = adapted "the largest",
        adaptive_max_pool3d = adapted "the largest", adaptive_avg_pool1d = adapted "the mean",
        adaptive_avg_pool2d = adapted "the mean", adaptive_avg_pool3d = adapted "the mean",
        max_pool1d = pooled "the largest", max_pool2d = pooled "the largest",
        max_pool3d = pooled "the largest", avg_pool3d = pooled("the mean", mean_pool),
        avg_pool1d = pooled("the mean", mean_pool), avg_pool2d = pooled("the mean", mean_pool),
        gather = { "table: Tensor, ids: Tensor", "Tensor", "rows of the table, counted from 0" },
        segment_sum = { "x: Tensor, ids: Tensor, n: Extent", "Tensor", "n segments instead of the last axis of ids, each the sum of the elements of x that bear its number" },
        segment_mean = { "x: Tensor, ids: Tensor, n: Extent", "Tensor", "the mean of the rows of each segment, 0 where it has none" },
        segment_max = { "x: Tensor, ids: Tensor, n: Extent", "Tensor", "the largest of the rows of each segment, 0 where it has none" },
        segment_min = { "x: Tensor, ids: Tensor, n: Extent", "Tensor", "the smallest of the rows of each segment, 0 where it has none" },
        segment_softmax = { "x: Tensor, ids: Tensor, n: Extent", "Tensor", "the softmax of the rows of each segment, in the shape of x" },
        take_along = { "x: Tensor, ids: Tensor, axis: Axis", "Tensor", "elements along an axis, counted from 0" },
        one_hot = { "ids: Tensor, n: Extent", "Tensor", "1 at the id, on a new last axis of n" },
        cast = { "x: Tensor, dtype: Dtype", "Tensor", "in another dtype" },
        stop_gradient = { "x: Tensor", "Tensor", "the value, through which no gradient goes" },
        grad = { "y: Tensor, x: Tensor|table", "any", "the gradient of y, an ordinary node (of a table: a table)",
            { { "seed", "Tensor", "the cotangent of y, where it is no scalar" } } },
        jvp = { "y: Tensor|table, x: Tensor|table, v: Tensor|table", "any", "the derivative of y in the direction v" },
        hvp = { "y: Tensor, x: Tensor|table, v: Tensor|table", "any", "the Hessian of y times v" },
    },
    methods = {
        as = { "x: Tensor, name: string", "Tensor", "gives it a name" },
    },
    nn = {
        Linear = { "inputs: Extent, outputs: Extent", "Layer", "x W + b over the last axis", { bias, init } },
        Conv1d = { "inputs: Extent, outputs: Extent, k: integer", "Layer", "of [N, C, L]", more(window, bias, init) },
        Conv2d = { "inputs: Extent, outputs: Extent, k: " .. size2, "Layer", "of [N, C, H, W]", more(window, bias, init) },
        Conv3d = { "inputs: Extent, outputs: Extent, k: " .. size2, "Layer", "of [N, C, D, H, W]", more(window, bias, init) },
        ConvTranspose3d = { "inputs: Extent, outputs: Extent, k: " .. size2, "Layer", "of [N, C, D, H, W]", more(transposed, bias, init) },
        MaxPool3d = { "k: " .. size2, "Layer", "the largest of windows", pool },
        AvgPool3d = { "k: " .. size2, "Layer", "the mean of windows", mean_pool },
        ConvTranspose2d = { "inputs: Extent, outputs: Extent, k: " .. size2, "Layer", "of [N, C, H, W]", more(transposed, bias, init) },
        ConvTranspose1d = { "inputs: Extent, outputs: Extent, k: integer", "Layer", "of [N, C, L]", more(transposed, bias, init) },
        Upsample = { "k: " .. size2, "Layer", "x:upsample(k)", between("nearest") },
        PixelShuffle = { "r: " .. size2, "Layer", "x:pixel_shuffle(r)" },
        PixelUnshuffle = { "r: " .. size2, "Layer", "x:pixel_unshuffle(r)" },
        ChannelShuffle = { "groups: integer", "Layer", "x:channel_shuffle(groups)" },
        AdaptiveAvgPool1d = { "size: " .. size2, "Layer", "x:adaptive_avg_pool1d(size)" },
        AdaptiveAvgPool2d = { "size: " .. size2, "Layer", "x:adaptive_avg_pool2d(size)" },
        AdaptiveAvgPool3d = { "size: " .. size2, "Layer", "x:adaptive_avg_pool3d(size)" },
        AdaptiveMaxPool1d = { "size: " .. size2, "Layer", "x:adaptive_max_pool1d(size)" },
        AdaptiveMaxPool2d = { "size: " .. size2, "Layer", "x:adaptive_max_pool2d(size)" },
        AdaptiveMaxPool3d = { "size: " .. size2, "Layer", "x:adaptive_max_pool3d(size)" },
        MaxPool1d = { "k: integer", "Layer", "the largest of windows", pool },
        MaxPool2d = { "k: " .. size2, "Layer", "the largest of windows", pool },
        AvgPool1d = { "k: integer", "Layer", "the mean of windows", mean_pool },
        AvgPool2d = { "k: " .. size2, "Layer", "the mean of windows", mean_pool },
        BatchNorm = { "channels: Extent", "Layer", "normalises axis 2 over the batch", { eps, { "momentum", "number", "0.1" } } },
        LayerNorm = { "d: Extent|Extent[]", "Layer", "normalises the last axes", { eps, { "bias", "boolean", "true" } } },
        RMSNorm = { "d: Extent|Extent[]", "Layer", "divides by the root of the mean square", { eps } },
        GroupNorm = { "groups: integer, channels: Extent", "Layer", "normalises groups of channels", { eps } },
        InstanceNorm = { "channels: Extent", "Layer", "normalises each channel of each example", { eps, { "affine", "boolean", "false" } } },
        Dropout = { "p?: number", "Layer", "drops the part p in training, 0.5" },
        Embedding = { "n: Extent, d: Extent", "Layer", "rows of a table by number", { { "init", "Init", "normal(0, 1)" } } },
        RNN = { "inputs: Extent, hidden: Extent", "Layer", "of [B, T, inputs]: all outputs, the last state", recurrent },
        GRU = { "inputs: Extent, hidden: Extent", "Layer", "of [B, T, inputs]: all outputs, the last state", recurrent },
        LSTM = { "inputs: Extent, hidden: Extent", "Layer", "of [B, T, inputs]: all outputs, the last state and cell", recurrent },
        MultiHeadAttention = { "d: Extent, heads: integer", "Layer", "of [B, T, d]; a context [B, S, d] and a mask may follow x", {
            { "causal", "boolean", "false" }, { "dropout", "number", "0" }, bias, init, { "out_init", "Init", "of the last product" } } },
        Flatten = { "from?: integer", "Layer", "from axis 2 on" },
        ReLU = { "", "Layer", "x:relu()" },
        LeakyReLU = { "slope?: number", "Layer", "x:leaky_relu(slope)" },
        Sigmoid = { "", "Layer", "x:sigmoid()" },
        Tanh = { "", "Layer", "x:tanh()" },
        GELU = { "", "Layer", "x:gelu()" },
        SiLU = { "", "Layer", "x:silu()" },
        Softplus = { "", "Layer", "x:softplus()" },
        SELU = { "", "Layer", "x:selu()" },
        Mish = { "", "Layer", "x:mish()" },
        Softsign = { "", "Layer", "x:softsign()" },
        LogSigmoid = { "", "Layer", "x:logsigmoid()" },
        ReLU6 = { "", "Layer", "x:relu6()" },
        Hardsigmoid = { "", "Layer", "x:hardsigmoid()" },
        Hardswish = { "", "Layer", "x:hardswish()" },
        GLU = { "axis?: Axis", "Layer", "x:glu(axis)" },
        PReLU = { "channels?: Extent", "Layer", "x, or a learnt slope times x below 0; a slope for each channel if their number is given", { init } },
        ELU = { "alpha?: number", "Layer", "x:elu(alpha)" },
        Hardtanh = { "lo?: number, hi?: number", "Layer", "x:hardtanh(lo, hi)" },
        Identity = { "", "Layer", "x itself" },
        Softmax = { "axis?: Axis", "Layer", "x:softmax(axis)" },
        LogSoftmax = { "axis?: Axis", "Layer", "x:log_softmax(axis)" },
        Residual = { "layer: Module", "Layer", "x + layer(x)" },
        Sequential = { "layers?: Module[]", "Sequential", "one after another" },
    },
    loss = {
        mse = { loss, "Tensor", "the square of the difference", { reduce } },
        sse = { loss, "Tensor", "the same, summed", { reduce } },
        mae = { loss, "Tensor", "the size of the difference", { reduce } },
        huber = { loss, "Tensor", "square up to beta, then straight", { reduce, { "beta", "number", "1" } } },
        bce = { loss, "Tensor", "of probabilities", { reduce } },
        bce_logits = { loss, "Tensor", "of logits", { reduce, { "pos_weight", "Number|number[]", "of targets that are 1; 1" } } },
        cross_entropy = { classes, "Tensor", "of logits; labels are i32 or probabilities", { reduce, { "label_smoothing", "number", "0" }, ignored, weighted } },
        nll = { classes, "Tensor", "of log-probabilities", { reduce, ignored, weighted } },
        hinge = { loss, "Tensor", "max(0, margin - t p); t is -1 or 1", { reduce, { "margin", "number", "1" } } },
        poisson_nll = { loss, "Tensor", "of counts t; the prediction is the logarithm of their rate", { reduce } },
        gaussian_nll = { loss .. ", variance: Tensor", "Tensor", "of a normal distribution with this mean and variance", { reduce, { "eps", "number", "the least variance, 1e-6" } } },
        triplet = { "anchor: Tensor, positive: Tensor, negative: Tensor", "Tensor", "how much less than the margin the negative is farther away", { reduce, { "margin", "number", "1" } } },
        kl = { "log_q: Tensor, p: Tensor", "Tensor", "sum of p (log p - log_q)", { reduce } },
    },
    init = {
        zeros = { "", "Init", "0" }, ones = { "", "Init", "1" },
        constant = { "value: number", "Init", "the value" },
        normal = { "", "Init", "of the normal distribution", { { "std", "number", "1" }, { "mean", "number", "0" } } },
        uniform = { "", "Init", "between two numbers", { { "lo", "number", "0" }, { "hi", "number", "1" } } },
        glorot_uniform = { "", "Init", "variance 2 / (fan_in + fan_out)", gain },
        glorot_normal = { "", "Init", "variance 2 / (fan_in + fan_out)", gain },
        he_uniform = { "", "Init", "variance 2 / fan_in" }, he_normal = { "", "Init", "variance 2 / fan_in" },
        orthogonal = { "", "Init", "orthonormal rows or columns", gain },
        values = { "values: number|table|Tensor", "Init", "these values" },
    },
    metric = {
        accuracy = { classes, "Tensor", "the part that is right" },
        top_k = { classes .. ", k?: integer", "Tensor", "the part among the k best, 5" },
        mae = { loss, "Tensor", "the mean size of the difference" },
        rmse = { loss, "Tensor", "the root of the mean square" },
        r2 = { loss, "Tensor", "the part of the variance that is explained" },
        perplexity = { "scores: Tensor, labels?: Tensor", "Tensor", "exp of the cross entropy" },
    },
    optim = {
        SGD = { "", "Optimizer", "gradient descent", { lr, { "momentum", "number", "0" }, { "nesterov", "boolean", "false" }, decay } },
        Adam = { "", "Optimizer", "Kingma and Ba", { lr, betas, eps, decay } },
        AdamW = { "", "Optimizer", "with decoupled decay", { lr, betas, eps, decay, { "decay", '"all"|"matrices"', "what decays" } } },
        RMSprop = { "", "Optimizer", "divides by a running root mean square",
            { lr, { "alpha", "Number", "0.99" }, eps, { "momentum", "number", "0" }, decay } },
        Adagrad = { "", "Optimizer", "divides by the root of all squares", { lr, eps, decay } },
        Adadelta = { "", "Optimizer", "by the size of earlier updates", { lr, { "rho", "Number", "0.9" }, eps, decay } },
        Adamax = { "", "Optimizer", "Adam by the largest gradient", { lr, betas, eps, decay } },
        NAdam = { "", "Optimizer", "Adam that looks ahead", { lr, betas, eps, { "momentum_decay", "Number", "4e-3" }, decay } },
        RAdam = { "", "Optimizer", "Adam that waits for its mean square", { lr, betas, eps, decay } },
        Lion = { "", "Optimizer", "the sign of the momentum", { lr, betas, decay } },
        custom = { "opts: { update: (fun(p: Tensor, g: Tensor, s: table<string, Tensor>, o: table<string, Tensor>): Tensor, table?), state?: table<integer|string, string|fun(p: Tensor): Shape?>, name?: string, [string]: any }",
            "Optimizer", "your own update" },
        constant = { "value: number", "number", "the value" },
        linear = { "", "Tensor", "from one value to another", { from, to, steps } },
        cosine = { "", "Tensor", "half a wave, after a rise of `warmup` steps", { from, to, { "warmup", "integer", "0" }, steps } },
        exponential = { "", "Tensor", "from decay^t", { from, { "decay", "number", "" } } },
        multistep = { "", "Tensor", "from factor^(how many of `at` are past)", { from, { "factor", "number", "0.1" }, { "at", "integer[]", "" } } },
        one_cycle = { "", "Tensor", "up for a part of the steps, then down",
            { { "top", "number", "the value in between" }, { "from", "number", "top / 25" }, { "to", "number", "from / 1e4" },
              { "rise", "number", "0.3" }, steps } },
        warm_restarts = { "", "Tensor", "half waves one after another",
            { from, to, { "every", "integer", "the steps of the first" }, { "factor", "integer", "1" } } },
        step = { "", "Tensor", "from factor^floor(t / every)", { from, { "factor", "number", "0.1" }, { "every", "integer", "" } } },
    },
    data = {
        csv = { "source: { [1]: string, header?: boolean|\"auto\", missing?: \"error\"|\"nan\", split?: table<string, number>, [string]: any }", "Data",
            'like { "a.csv", x = { columns = "1:13", scale = "zscore" } }' },
        npy = { "sources: table<string, any>", "Data", 'like { x = "x.npy" }' },
        idx = { "sources: table<string, any>", "Data", 'like { image = "a.idx", label = "b.idx.gz" }' },
        raw = { "sources: table<string, any>", "Data", 'like { x = { "a.bin", dtype = "u8" } }' },
        inline = { "sources: table<string, any>", "Data", "like { x = { { 0, 1 } } }" },
        text = { "source: { [1]: string, x: string, y?: string, context: integer, level?: \"char\", split?: table<string, number> }",
            "Data", 'like { "a.txt", x = "tokens", y = "target", context = 64 }' },
    },
    rng = {
        rand = { "shape: Shape", "Tensor", "uniform in [0, 1), a constant" },
        randn = { "shape: Shape", "Tensor", "normal, a constant" },
        randint = { "lo: integer, hi: integer, shape?: Shape", "any", "a number, or an i32 constant" },
    },
}

local groups = { "nn", "loss", "init", "metric", "optim", "data" }

return { types = types, functions = functions, groups = groups }
