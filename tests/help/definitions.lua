-- definitions.lua - mfc.d.lua says what scripts may call: it is Lua, declares all that
-- the language promises and nothing that is not there, and its options are those that
-- the functions know.
--     lua definitions.lua MFC FOLDER
local lib = require "lib"
local mfc, folder = table.unpack(arg)

local function words(text)
    local list = {}
    for word in text:gmatch "%S+" do
        list[#list + 1] = word
    end
    return list
end

-- What docs/language.md promises.
local promised = {
    mf = words [[neg abs sign exp expm1 log log1p sqrt rsqrt square reciprocal pow sin cos tanh erf
        sigmoid relu leaky_relu elu gelu gelu_tanh silu softplus hardtanh floor ceil round clamp
        maximum minimum lt le gt ge eq ne logical_and logical_or logical_not where sum mean max min
        prod var std logsumexp norm topk argmax argmin softmax log_softmax cumsum reshape permute
        transpose T squeeze unsqueeze flatten expand broadcast slice select pad flip roll split concat
        stack mm matmul einsum outer dot conv1d conv2d conv3d conv_transpose1d conv_transpose2d
        conv_transpose3d max_pool3d avg_pool3d upsample resize pixel_shuffle pixel_unshuffle
        channel_shuffle unfold fold grid_sample adaptive_avg_pool2d adaptive_max_pool2d
        max_pool2d avg_pool2d segment_sum gather
        take_along one_hot arange causal_mask dropout random_uniform random_normal grad jvp hvp
        stop_gradient scan cast const zeros ones full input param dim dtype scope step numpy_rng
        program train func tan sinh cosh log2 log10 trunc remainder lerp selu mish logsigmoid softsign relu6
        hardsigmoid hardswish glu isnan isinf isfinite any all zeros_like ones_like full_like linspace eye
        tril triu diag trace solve inv det cholesky sort argsort normalize cosine_similarity cdist]],
    nn = words [[Linear Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d
        ConvTranspose3d MaxPool3d AvgPool3d Upsample MaxPool2d AvgPool2d BatchNorm
        InstanceNorm LayerNorm RMSNorm
        GroupNorm Dropout Embedding RNN GRU LSTM MultiHeadAttention Flatten ReLU LeakyReLU Sigmoid
        Tanh GELU SiLU Softmax Residual Sequential SELU Mish Softsign LogSigmoid ReLU6 Hardsigmoid Hardswish
        GLU PReLU]],
    loss = words [[mse sse mae huber bce bce_logits cross_entropy nll kl hinge poisson_nll gaussian_nll
        triplet]],
    init = words [[zeros ones constant normal uniform glorot_uniform glorot_normal he_uniform he_normal
        orthogonal values]],
    metric = words "accuracy top_k mae rmse r2 perplexity",
    optim = words [[SGD Adam AdamW RMSprop Adagrad Lion Adadelta Adamax NAdam RAdam custom constant step
        multistep cosine linear exponential one_cycle warm_restarts]],
    data = words "csv npy idx text inline raw",
}

local path = folder .. "/mfc.d.lua"
lib.write(path, (lib.run(mfc .. " help --definitions")))
local chunk, message = loadfile(path)
lib.result("definitions are Lua", message)
local mf = chunk and chunk() or {}
local text = lib.read(path)

for group, names in pairs(promised) do
    local missing = {}
    for _, name in ipairs(names) do
        local table_ = group == "mf" and mf or mf[group] or {}
        if type(table_[name]) ~= "function" then
            missing[#missing + 1] = name
        end
    end
    lib.result("definitions of " .. group, missing[1] and "no " .. table.concat(missing, " "))
end

-- What is declared is there: reading a member that is not is an error.
local lines = { 'local mf = require "mfc"', 'local x, _ = mf.input("x", { 3, 3 })' }
local count = 0
local function reads(format, ...)
    lines[#lines + 1] = "_ = " .. format:format(...)
    count = count + 1
end
for name, value in pairs(mf) do
    reads("mf.%s", name)
    for member in pairs(type(value) == "table" and value or {}) do
        reads("mf.%s.%s", name, member)
    end
end
for name in text:gmatch "\nfunction Tensor:([%w_]+)%(" do
    reads("x.%s", name)
end
lines[#lines + 1] = "return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x } } } }"
lib.write(folder .. "/reads.lua", table.concat(lines, "\n"))
local said, code = lib.run(("%s check '%s/reads.lua'"):format(mfc, folder))
lib.result("declared is what is there", code ~= 0 and said:match "[^\n]+" or count < 200 and "too few" or nil)

-- A call of each function that takes options, with @ in the place of the table.
local calls = {
    ["mf.sum"] = "x:sum(1, @)", ["mf.mean"] = "x:mean(1, @)", ["mf.max"] = "x:max(1, @)",
    ["mf.any"] = "x:gt(0):any(1, @)", ["mf.all"] = "x:gt(0):all(1, @)",
    ["mf.sort"] = "x:sort(1, @)", ["mf.argsort"] = "x:argsort(1, @)",
    ["mf.loss.gaussian_nll"] = "mf.loss.gaussian_nll(x, x, x, @)",
    ["mf.loss.triplet"] = "mf.loss.triplet(x, x, x, @)", ["mf.nn.PReLU"] = "nn.PReLU(3, @)",
    ["mf.cumsum"] = "x:cumsum(1, @)", ["mf.argmax"] = "x:argmax(1, @)",
    ["mf.conv2d"] = "image:conv2d(mf.zeros { 2, 3, 3, 3 }, @)",
    ["mf.conv1d"] = "image:select(4, 1):conv1d(mf.zeros { 2, 3, 3 }, @)",
    ["mf.conv3d"] = "image:unsqueeze(3):conv3d(mf.zeros { 2, 3, 1, 3, 3 }, @)",
    ["mf.conv_transpose3d"] = "image:unsqueeze(3):conv_transpose3d(mf.zeros { 3, 2, 1, 3, 3 }, @)",
    ["mf.max_pool3d"] = "image:unsqueeze(3):max_pool3d({ 1, 2, 2 }, @)",
    ["mf.avg_pool3d"] = "image:unsqueeze(3):avg_pool3d({ 1, 2, 2 }, @)",
    ["mf.nn.Conv3d"] = "nn.Conv3d(3, 3, 3, @)", ["mf.nn.ConvTranspose3d"] = "nn.ConvTranspose3d(3, 3, 3, @)",
    ["mf.nn.MaxPool3d"] = "nn.MaxPool3d(2, @)", ["mf.nn.AvgPool3d"] = "nn.AvgPool3d(2, @)",
    ["mf.conv_transpose2d"] = "image:conv_transpose2d(mf.zeros { 3, 2, 3, 3 }, @)",
    ["mf.conv_transpose1d"] = "image:select(4, 1):conv_transpose1d(mf.zeros { 3, 2, 3 }, @)",
    ["mf.max_pool2d"] = "image:max_pool2d(2, @)", ["mf.avg_pool2d"] = "image:avg_pool2d(2, @)",
    ["mf.max_pool1d"] = "image:select(4, 1):max_pool1d(2, @)",
    ["mf.avg_pool1d"] = "image:select(4, 1):avg_pool1d(2, @)",
    ["mf.upsample"] = "image:upsample(2, @)", ["mf.resize"] = "image:resize(3, @)",
    ["mf.nn.Upsample"] = "nn.Upsample(2, @)", ["mf.unfold"] = "image:unfold(2, @)",
    ["mf.fold"] = "image:flatten(3):fold({ 8, 8 }, 1, @)",
    ["mf.grid_sample"] = "image:grid_sample(mf.zeros { 2, 3, 3, 2 }, @)",
    ["mf.random_uniform"] = "mf.random_uniform({ 2 }, @)",
    ["mf.random_normal"] = "mf.random_normal({ 2 }, @)",
    ["mf.param"] = 'mf.param("p", { 2 }, nil, @)', ["mf.scope"] = 'mf.scope("s", function() end, @)',
    ["mf.grad"] = "mf.grad(x:sum(), x, @)",
    ["mf.program"] = "mf.program @", ["mf.train"] = "mf.train @", ["mf.func"] = "mf.func @",
    ["mf.nn.Linear"] = "nn.Linear(3, 3, @)", ["mf.nn.Conv1d"] = "nn.Conv1d(3, 3, 3, @)",
    ["mf.nn.Conv2d"] = "nn.Conv2d(3, 3, 3, @)", ["mf.nn.ConvTranspose2d"] = "nn.ConvTranspose2d(3, 3, 3, @)",
    ["mf.nn.ConvTranspose1d"] = "nn.ConvTranspose1d(3, 3, 3, @)",
    ["mf.nn.InstanceNorm"] = "nn.InstanceNorm(3, @)",
    ["mf.nn.MaxPool1d"] = "nn.MaxPool1d(2, @)", ["mf.nn.MaxPool2d"] = "nn.MaxPool2d(2, @)",
    ["mf.nn.AvgPool1d"] = "nn.AvgPool1d(2, @)", ["mf.nn.AvgPool2d"] = "nn.AvgPool2d(2, @)",
    ["mf.nn.BatchNorm"] = "nn.BatchNorm(3, @)", ["mf.nn.LayerNorm"] = "nn.LayerNorm(3, @)",
    ["mf.nn.RMSNorm"] = "nn.RMSNorm(3, @)", ["mf.nn.GroupNorm"] = "nn.GroupNorm(1, 3, @)",
    ["mf.nn.Embedding"] = "nn.Embedding(3, 3, @)", ["mf.nn.RNN"] = "nn.RNN(3, 3, @)",
    ["mf.nn.GRU"] = "nn.GRU(3, 3, @)", ["mf.nn.LSTM"] = "nn.LSTM(3, 3, @)",
    ["mf.nn.MultiHeadAttention"] = "nn.MultiHeadAttention(4, 2, @)",
}
for _, name in ipairs { "min", "prod", "var", "std", "logsumexp", "norm", "argmin" } do
    calls["mf." .. name] = ("x:%s(1, @)"):format(name)
end
for _, name in ipairs { "mse", "sse", "mae", "huber", "bce", "bce_logits", "kl",
    "hinge", "poisson_nll" } do
    calls["mf.loss." .. name] = ("mf.loss.%s(x, x, @)"):format(name)
end
for _, name in ipairs { "cross_entropy", "nll" } do
    calls["mf.loss." .. name] = ("mf.loss.%s(x, ids, @)"):format(name)
end
for _, name in ipairs(promised.optim) do
    calls["mf.optim." .. name] = ("mf.optim.%s @"):format(name)
end
for _, name in ipairs { "normal", "uniform", "glorot_uniform", "glorot_normal", "orthogonal" } do
    calls["mf.init." .. name] = ("mf.init.%s @"):format(name)
end

-- Every declared option in turn is known, and what the compiler calls known is declared.
local before = [[
local mf = require "mfc"
local nn = mf.nn
local x = mf.input("x", { 3, 3 })
local ids = mf.input("ids", { 3 }, "i32")
local image = mf.input("image", { 2, 3, 8, 8 })
local _
]]
local at = {}
local script = { before }
local line = select(2, before:gsub("\n", ""))
for class, fields in text:gmatch "%-%-%-@class %(exact%) mfc%.([%w_%.]+)%.Options\n(.-)\n\n" do
    local name = "mf." .. class
    local list = {}
    for field in (fields .. "\n"):gmatch "@field ([%w_]+)%??" do
        list[#list + 1] = field
    end
    if not calls[name] then
        lib.result("options of " .. name, "definitions.lua has no call of it")
    else
        script[#script + 1] = "_ = " .. calls[name]:gsub("@", "{ qqzzqqzzqq = 1 }") .. "\n"
        line = line + 1
        at[line] = { name, list }
    end
end
lib.write(folder .. "/options.lua", table.concat(script))
-- Twenty errors are told at once: a script for each few.
local numbers = {}
for number in pairs(at) do
    numbers[#numbers + 1] = number
end
table.sort(numbers)
local lines_of = {}
for l in (table.concat(script)):gmatch "([^\n]*)\n" do
    lines_of[#lines_of + 1] = l
end
for first = 1, #numbers, 15 do
    local part = { before }
    local last = math.min(first + 14, #numbers)
    for i = first, last do
        part[#part + 1] = lines_of[numbers[i]] .. "\n"
    end
    lib.write(folder .. "/options.lua", table.concat(part))
    local known = {}
    local out = lib.run(("%s check '%s/options.lua'"):format(mfc, folder))
    for number, list in out:gmatch ":(%d+): error: [^\n]-unknown option qqzzqqzzqq %(known: ([^%)]*)%)" do
        known[tonumber(number)] = words((list:gsub(",", " ")))
    end
    for i = first, last do
        local name, declared = table.unpack(at[numbers[i]])
        local row = known[select(2, before:gsub("\n", "")) + i - first + 1]
        lib.result("options of " .. name, not row and "the compiler does not say which it knows"
            or lib.difference(row, "the compiler", declared, "mfc.d.lua"))
    end
end

if select(2, lib.run "command -v lua-language-server") == 0 then
    local log, bad = lib.run(("lua-language-server --check='%s' --checklevel=Warning"):format(folder .. "/project"))
    lib.result("the language server", bad ~= 0 and log:match "[^\n]+$" or nil)
else
    print "skip help/the language server: lua-language-server is not installed"
end
os.exit(not lib.failed)
