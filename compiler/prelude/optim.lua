-- optim.lua - optimisers and schedules. An optimiser is a function that is called
-- once for each parameter while the training step is built:
--
--     update(p, g, s, o) -> new_p, { name = new_state, ... }
--
-- p parameter, g gradient, s its state tensors (zero at first, of p's shape unless a
-- function of p gives another), o the options, of which the numeric ones become settings
-- that --set changes when the trainer runs.
-- The built-in ones are written the same way as the user's own (mf.optim.custom).

local optim = mf.optim
local label = mf._label

local function public(name, fn)
    mf._public(optim, name, function(opts)
        local parameters = type(opts) == "table" and (getmetatable(opts) or mf._is_tensor(opts[1]))
        if parameters and name:find "^%u" then
            mf._fail("optim.%s: takes its options alone: what is trained says "
                .. "mf.train { params = model:params(), ... }", name)
        end
        return fn(opts)
    end)
end

-- A list of names, sorted or as given, as text.
local function listed(names)
    return #names == 0 and "none" or table.concat(names, ", ")
end

local function is_scalar(v)
    return type(v) == "number" or mf._is_dim(v) or (mf._is_tensor(v) and v.rank == 0)
end

-- What mf.train takes as an optimiser. `options` may hold other values than numbers
-- and scalars (booleans, strings): they reach update as they are.
local function optimizer(name, options, state, update, shapes)
    return { _optimizer = true, name = name, options = options, state = state,
             update = update, shapes = shapes or {} }
end

-- A checked number or scalar of an option, of the parameter `of` if that is given.
local function check_option(optimiser, key, v, of)
    if not is_scalar(v) then
        mf._fail("optim.%s: %s must be a number, or a scalar tensor like a schedule, not %s%s",
            optimiser, key, mf._describe(v), of and ", as it is for " .. of.name or "")
    elseif type(v) == "number" and (v < 0 or v ~= v) then
        mf._fail("optim.%s: %s must not be negative: %g%s", optimiser, key, v,
            of and " for " .. of.name or "")
    end
    return v
end

---------------------------------------------------------------- applying

-- The options as update sees them for the parameter `here.p`. A number becomes a setting
-- when it is first read: lr or, where the script has a parameter of that name, sgd.lr; a
-- function of a built-in optimiser's options says what is right for this parameter.
local function settings(opt, prefix, here)
    local made, meta = {}, {}
    local function setting(key, v)
        local name = prefix .. key
        if mf._has_param(name) then
            name = prefix .. opt.name .. "." .. key
        end
        return mf._param { name = name, role = "setting", value = v }
    end
    mf._public(meta, "__index", function(_, key)
        local v = opt.options[key]
        if v == nil then
            local known = {}
            for k in pairs(opt.options) do
                known[#known + 1] = k
            end
            mf._fail("optim.%s: the update reads the option %s, which is not given "
                .. "(given: %s)", opt.name, tostring(key), listed(known))
        end
        if type(v) == "number" then
            made[key] = made[key] or setting(key, v)
            return made[key]
        elseif type(v) == "function" and opt.built_in then
            return check_option(opt.name, key, v(here.p), here.p)
        end
        return v
    end)
    mf._public(meta, "__newindex", function(_, key)
        mf._fail("optim.%s: the update sets the option %s, but options do not change "
            .. "in a step", opt.name, tostring(key))
    end)
    return setmetatable({}, meta)
end

-- What an update, or the function of a state's shape, gave is wrong.
local function wrong(opt, fn, format, ...)
    mf._blame(fn)
    mf._fail("optim.%s: " .. format, opt.name, ...)
end

local function check_like(opt, old, what, v)
    if not mf._is_tensor(v) then
        wrong(opt, opt.update, "the update must return a tensor for %s, not %s", what,
            mf._describe(v))
    end
    if not mf._same_shape(v, old) or v.dtype ~= old.dtype then
        wrong(opt, opt.update, "the update must return %s like the old one: %s for %s",
            what, mf._describe(v), mf._describe(old))
    end
    return v
end

-- For mf.train: the tensors to store into, and what to store.
function mf._apply(opt, prefix, params, grads)
    local here = {}
    local o = settings(opt, prefix, here)
    local targets, values = {}, {}
    local function store(target, value)
        targets[#targets + 1], values[#values + 1] = target, value
    end
    local function shape_of(key, p)
        local shape = opt.shapes[key] and opt.shapes[key](p)
        if shape and type(shape) ~= "table" then
            wrong(opt, opt.shapes[key], "the function of the state %s must return a "
                .. "shape like { p.shape[1] }, not %s", key, mf._describe(shape))
        end
        return shape or nil
    end
    local unknown = {}
    mf._public(unknown, "__index", function(_, key)
        mf._fail("optim.%s: the update reads the state %s, which is not among state = { ... } "
            .. "(%s)", opt.name, tostring(key), listed(opt.state))
    end)
    for i, p in ipairs(params) do
        local s = {}
        for _, key in ipairs(opt.state) do
            s[key] = mf._param {
                name = prefix .. opt.name .. "." .. key .. "." .. p.name,
                role = "state", like = p, shape = shape_of(key, p),
            }
        end
        here.p = p
        local new, moved = opt.update(p, grads[i], setmetatable(s, unknown), o)
        store(p, check_like(opt, p, "the new parameter", new))
        if #opt.state > 0 and type(moved) ~= "table" then
            wrong(opt, opt.update, "the update must return the new state too: return "
                .. "new_p, { %s = ... }", opt.state[1])
        end
        for _, key in ipairs(opt.state) do
            if moved[key] == nil then
                wrong(opt, opt.update, "the update leaves out the state %s: return new_p, "
                    .. "{ %s = ... }", key, table.concat(opt.state, " = ..., "))
            end
            store(s[key], check_like(opt, s[key], "the state " .. key, moved[key]))
        end
        for key in pairs(moved or {}) do
            if rawget(s, key) == nil then
                wrong(opt, opt.update, "the update returns a state %s, which is not "
                    .. "among state = { ... } (%s)", tostring(key), listed(opt.state))
            end
        end
    end
    return targets, values
end

---------------------------------------------------------------- the user's own

public("custom", function(opts)
    if type(opts) ~= "table" or type(opts.update) ~= "function" then
        mf._fail("optim.custom: wants { update = function(p, g, s, o) ... end, ... }")
    end
    local options, state = {}, opts.state or {}
    if type(state) ~= "table" then
        mf._fail('optim.custom: state is a list of names like { "m" }, not %s',
            mf._describe(state))
    end
    for key, v in pairs(opts) do
        if type(key) ~= "string" then
            mf._fail("optim.custom: options have names: { lr = 0.1, update = ... }")
        elseif key ~= "update" and key ~= "state" and key ~= "name" then
            options[key] = mf._is_dim(v) and v.value or v
        end
    end
    local names, shapes = {}, {}
    for key, v in pairs(state) do
        local name = type(key) == "number" and v or key
        if type(name) ~= "string" or (name == key and type(v) ~= "function") then
            mf._fail('optim.custom: state is a list of names like { "m", "v" }, or has functions '
                .. "from a parameter to a shape: { row = function(p) return { p.shape[1] } end }")
        end
        names[#names + 1] = name
        shapes[name] = name == key and v or nil
    end
    local name = opts.name or "custom"
    if type(name) ~= "string" then
        mf._fail("optim.custom: name must be a string, not %s", mf._describe(name))
    end
    return optimizer(name, options, names, opts.update, shapes)
end)

---------------------------------------------------------------- built in

-- Checked options: numbers, scalar tensors (schedules), or functions of a parameter that
-- give them; `words` as they are.
local function read(name, opts, defaults, words)
    opts = mf._options("optim." .. name, opts, defaults)
    for key, v in pairs(opts) do
        if not (words and words[key]) and type(v) ~= "function" then
            check_option(name, key, v)
        end
    end
    return opts
end

local function built_in(...)
    local made = optimizer(...)
    made.built_in = true
    return made
end

-- betas = { b1, b2 } as the options beta1 and beta2.
local function split_betas(name, opts)
    local betas = opts.betas
    if type(betas) ~= "table" or #betas ~= 2 or not is_scalar(betas[1])
        or not is_scalar(betas[2]) then
        mf._fail("optim.%s: betas must be two numbers like { 0.9, 0.999 }", name)
    end
    for i = 1, 2 do
        local b = betas[i]
        if type(b) == "number" and not (b >= 0 and b < 1) then
            mf._fail("optim.%s: betas must be from 0 to below 1, not %g", name, b)
        end
    end
    opts.beta1, opts.beta2, opts.betas = betas[1], betas[2], nil
    return opts
end

-- State that decays towards 0 would end in denormal numbers, which are slow. The name is
-- what emitted C calls it.
local function flushed(name, v)
    label(name, v)
    if v.dtype ~= "f32" then
        return v
    end
    return label(name, mf.where(mf.abs(v):lt(1e-30), 0, v))
end

-- Whether an option is 0 once and for all, for this parameter: no setting, no node.
local function is_zero(opts, o, key)
    local v = opts[key]
    if type(v) == "function" then
        v = o[key]
    end
    return v == 0
end

-- Weight decay as part of the gradient.
local function decayed(opts, p, g, o)
    return is_zero(opts, o, "weight_decay") and g or g + o.weight_decay * p
end

public("SGD", function(opts)
    opts = read("SGD", opts, { lr = 1e-3, momentum = 0, nesterov = false, weight_decay = 0 },
        { nesterov = true })
    local heavy = opts.momentum ~= 0
    if opts.nesterov and not heavy then
        mf._fail("optim.SGD: nesterov needs a momentum: momentum = 0.9")
    end
    return built_in("sgd", opts, heavy and { "v" } or {}, function(p, g, s, o)
        g = decayed(opts, p, g, o)
        if not heavy then
            return p - o.lr * g
        end
        local v = flushed("v", o.momentum * s.v + g) -- g at the first step
        local d = opts.nesterov and g + o.momentum * v or v
        return p - o.lr * d, { v = v }
    end)
end)

-- Running means of the gradient and of its square.
local function moments(g, s, o)
    return flushed("m", o.beta1 * s.m + (1 - o.beta1) * g),
        flushed("v", o.beta2 * s.v + (1 - o.beta2) * g * g)
end

-- What makes them unbiased after t updates: the rate by that of m, the root by that of v.
local function unbiased(o, t)
    return label("rate", o.lr / (1 - o.beta1 ^ t)), label("root", mf.sqrt(1 - o.beta2 ^ t))
end

-- Kingma and Ba 2015; eps outside the root. decoupled: Loshchilov and Hutter 2019.
local function adam(name, opts, decays)
    return built_in(name, opts, { "m", "v" }, function(p, g, s, o)
        local w = p
        if decays == nil then
            g = decayed(opts, p, g, o)
        elseif decays(p) and not is_zero(opts, o, "weight_decay") then
            w = p * (1 - o.lr * o.weight_decay)
        end
        local m, v = moments(g, s, o)
        local rate, root = unbiased(o, mf.step() + 1)
        return w - rate * m / (mf.sqrt(v) / root + o.eps), { m = m, v = v }
    end)
end

-- Options of Adam and its kin, and more of one's own.
local function read_adam(name, opts, lr, more)
    local defaults = { lr = lr, betas = { 0.9, 0.999 }, eps = 1e-8, weight_decay = 0 }
    for key, v in pairs(more or {}) do
        defaults[key] = v
    end
    return split_betas(name, read(name, opts, defaults, { betas = true, decay = true }))
end

public("Adam", function(opts)
    return adam("adam", read_adam("Adam", opts, 1e-3))
end)

public("AdamW", function(opts)
    opts = read_adam("AdamW", opts, 1e-3, { weight_decay = 0.01, decay = "all" })
    if opts.decay ~= "all" and opts.decay ~= "matrices" then
        mf._fail('optim.AdamW: decay is "all" or "matrices", not %s', mf._describe(opts.decay))
    end
    return adam("adamw", opts, function(p)
        return opts.decay == "all" or p.rank >= 2
    end)
end)

public("RMSprop", function(opts)
    opts = read("RMSprop", opts,
        { lr = 1e-2, alpha = 0.99, eps = 1e-8, momentum = 0, weight_decay = 0 })
    local heavy = opts.momentum ~= 0
    return built_in("rmsprop", opts, heavy and { "v", "b" } or { "v" }, function(p, g, s, o)
        g = decayed(opts, p, g, o)
        local v = flushed("v", o.alpha * s.v + (1 - o.alpha) * g * g)
        local d = g / (mf.sqrt(v) + o.eps)
        if not heavy then
            return p - o.lr * d, { v = v }
        end
        local b = flushed("b", o.momentum * s.b + d)
        return p - o.lr * b, { v = v, b = b }
    end)
end)

public("Adagrad", function(opts)
    opts = read("Adagrad", opts, { lr = 1e-2, eps = 1e-10, weight_decay = 0 })
    return built_in("adagrad", opts, { "v" }, function(p, g, s, o)
        g = decayed(opts, p, g, o)
        local v = label("v", s.v + g * g)
        return p - o.lr * g / (mf.sqrt(v) + o.eps), { v = v }
    end)
end)

-- Chen et al. 2023, with decoupled weight decay.
public("Lion", function(opts)
    opts = read("Lion", opts, { lr = 1e-4, betas = { 0.9, 0.99 }, weight_decay = 0 },
        { betas = true })
    opts = split_betas("Lion", opts)
    return built_in("lion", opts, { "m" }, function(p, g, s, o)
        local w = is_zero(opts, o, "weight_decay") and p or p * (1 - o.lr * o.weight_decay)
        local d = mf.sign(o.beta1 * s.m + (1 - o.beta1) * g)
        return w - o.lr * d, { m = flushed("m", o.beta2 * s.m + (1 - o.beta2) * g) }
    end)
end)

-- Zeiler 2012: without a rate of its own but for lr, a factor.
public("Adadelta", function(opts)
    opts = read("Adadelta", opts, { lr = 1, rho = 0.9, eps = 1e-6, weight_decay = 0 })
    return built_in("adadelta", opts, { "v", "d" }, function(p, g, s, o)
        g = decayed(opts, p, g, o)
        local v = flushed("v", o.rho * s.v + (1 - o.rho) * g * g)
        local d = mf.sqrt(s.d + o.eps) / mf.sqrt(v + o.eps) * g
        return p - o.lr * d, { v = v, d = flushed("d", o.rho * s.d + (1 - o.rho) * d * d) }
    end)
end)

-- Kingma and Ba 2015, section 7.1: by the largest gradient instead of the mean square.
public("Adamax", function(opts)
    opts = read_adam("Adamax", opts, 2e-3)
    return built_in("adamax", opts, { "m", "u" }, function(p, g, s, o)
        g = decayed(opts, p, g, o)
        local m = flushed("m", o.beta1 * s.m + (1 - o.beta1) * g)
        local u = label("u", mf.maximum(o.beta2 * s.u, mf.abs(g) + o.eps))
        local rate = label("rate", o.lr / (1 - o.beta1 ^ (mf.step() + 1)))
        return p - rate * m / u, { m = m, u = u }
    end)
end)

-- Dozat 2016. gone: 1 less the product of all decays of the momentum so far.
public("NAdam", function(opts)
    opts = read_adam("NAdam", opts, 2e-3, { momentum_decay = 4e-3 })
    local function momentum(o, t)
        return label("mu", o.beta1 * (1 - 0.5 * 0.96 ^ (t * o.momentum_decay)))
    end
    return built_in("nadam", opts, { "m", "v", "gone" }, function(p, g, s, o)
        g = decayed(opts, p, g, o)
        local m, v = moments(g, s, o)
        local t = mf.step() + 1
        local mu, next_mu = momentum(o, t), momentum(o, t + 1)
        local gone = label("gone", 1 - (1 - s.gone) * mu)
        local now = label("now", o.lr * (1 - mu) / gone)
        local ahead = label("ahead", o.lr * next_mu / (1 - (1 - gone) * next_mu))
        local root = label("root", mf.sqrt(1 - o.beta2 ^ t))
        return p - (now * g + ahead * m) / (mf.sqrt(v) / root + o.eps),
            { m = m, v = v, gone = gone }
    end, { gone = function() return {} end })
end)

-- Liu et al. 2020: the mean of gradients alone, until the mean square is to be trusted.
-- How far it is, a difference of large numbers, is computed in f64.
public("RAdam", function(opts)
    opts = read_adam("RAdam", opts, 1e-3)
    return built_in("radam", opts, { "m", "v" }, function(p, g, s, o)
        g = decayed(opts, p, g, o)
        local m, v = moments(g, s, o)
        local t = mf.step() + 1
        local rate, root = unbiased(o, t)
        local t64, beta = mf.cast(t, "f64"), mf.cast(o.beta2, "f64")
        local most = 2 / (1 - beta) - 1
        local rho = most - 2 * t64 / (beta ^ -t64 - 1)
        local trusted = rho:gt(5)
        local far = mf.where(trusted, rho, 6)
        local part = mf.sqrt((far - 4) * (far - 2) * most / ((most - 4) * (most - 2) * far))
        part = label("part", mf.cast(part, g.dtype))
        local step = mf.where(trusted, part * root / (mf.sqrt(v) + o.eps), 1)
        return p - rate * m * step, { m = m, v = v }
    end)
end)

---------------------------------------------------------------- schedules

-- Expressions of t = mf.step(), the steps done before this one. N is the number of
-- steps of the training, which the trainer knows; beyond it the end value stays.

-- Options without a default are needed, but for `steps` and the optional ones.
local function read_schedule(name, opts, defaults, optional)
    if opts ~= nil and type(opts) ~= "table" then
        mf._fail("optim.%s: wants { from = ... }, not %s", name, mf._describe(opts))
    end
    opts = mf._options("optim." .. name, opts, defaults)
    for key, v in pairs(opts) do
        if type(v) ~= "number" then
            mf._fail("optim.%s: %s must be a number, not %s", name, key, mf._describe(v))
        end
    end
    for _, key in ipairs(defaults) do
        if opts[key] == nil and key ~= "steps" and not (optional and optional[key]) then
            mf._fail("optim.%s: %s is missing", name, key)
        end
    end
    if opts.steps ~= nil and opts.steps < 1 then
        mf._fail("optim.%s: steps must be 1 or more, not %g", name, opts.steps)
    end
    return opts
end

public("constant", function(v)
    if type(v) == "table" and not mf._is_tensor(v) then
        v = v.from or v[1]
    end
    return mf._check_number("optim.constant", "the value", v)
end)

public("linear", function(opts)
    opts = read_schedule("linear", opts, { "from", "steps", to = 0 })
    local n = opts.steps or mf._total_steps()
    local part = mf.minimum(mf.step() / n, 1)
    return opts.from + (opts.to - opts.from) * part
end)

-- From `from` to `to` along half a wave, of which `part` is over.
local function half_wave(from, to, part)
    return to + (from - to) * (1 + mf.cos(math.pi * part)) / 2
end

public("cosine", function(opts)
    opts = read_schedule("cosine", opts, { "from", "steps", to = 0, warmup = 0 })
    if opts.warmup < 0 then
        mf._fail("optim.cosine: warmup must not be negative: %g", opts.warmup)
    end
    local t, n = mf.step(), opts.steps or mf._total_steps()
    local part = mf.minimum((t - opts.warmup) / mf.maximum(n - opts.warmup, 1), 1)
    local value = half_wave(opts.from, opts.to, part)
    if opts.warmup == 0 then
        return value
    end
    local warmup = label("warmup", opts.from * (t + 1) / opts.warmup)
    return mf.where(t:lt(opts.warmup), warmup, value)
end)

-- Smith and Topin 2018: up along half a wave for a part of the steps, then down along
-- another one; the top and the end are reached, as the steps are counted from 0.
public("one_cycle", function(opts)
    opts = read_schedule("one_cycle", opts, { "top", "from", "to", "steps", rise = 0.3 },
        { from = true, to = true })
    local top, rise = opts.top, opts.rise
    if rise <= 0 or rise >= 1 then
        mf._fail("optim.one_cycle: rise is a part of the steps, between 0 and 1, not %g", rise)
    end
    local from = opts.from or top / 25
    local to = opts.to or from / 1e4
    local t, n = mf.step(), opts.steps or mf._total_steps()
    local peak = n * rise - 1
    local up = t / mf.maximum(peak, 1)
    local down = mf.minimum((t - peak) / (n * (1 - rise)), 1)
    return mf.where(t:lt(peak), half_wave(from, top, up), half_wave(top, to, down))
end)

-- Loshchilov and Hutter 2017: half waves of `every` steps, each `factor` times as long as
-- the one before. How many are over is asked half a step later, where no rounding can
-- take the first step of one for the last of another, and in f64.
public("warm_restarts", function(opts)
    opts = read_schedule("warm_restarts", opts, { "from", "every", to = 0, factor = 1 })
    local every, factor = opts.every, opts.factor
    for key, v in pairs { every = every, factor = factor } do
        if v < 1 or v % 1 ~= 0 then
            mf._fail("optim.warm_restarts: %s must be a whole number from 1, not %g", key, v)
        end
    end
    local t, length = mf.cast(mf.step(), "f64"), every
    local at = t - every * mf.floor((t + 0.5) / every)
    if factor > 1 then
        local past = mf.log(1 + (t + 0.5) * ((factor - 1) / every)) / math.log(factor)
        local times = mf.round(mf.pow(factor, mf.floor(past)))
        at, length = t - (times - 1) * every / (factor - 1), every * times
    end
    return half_wave(opts.from, opts.to, mf.cast(at / length, mf.step().dtype))
end)

public("exponential", function(opts)
    opts = read_schedule("exponential", opts, { "from", "decay" })
    return opts.from * mf.pow(opts.decay, mf.step())
end)

public("step", function(opts)
    opts = read_schedule("step", opts, { "from", "every", factor = 0.1 })
    if opts.every < 1 then
        mf._fail("optim.step: every must be 1 or more, not %g", opts.every)
    end
    return opts.from * mf.pow(opts.factor, mf.floor(mf.step() / opts.every))
end)

public("multistep", function(opts)
    opts = mf._options("optim.multistep", opts, { "from", "at", factor = 0.1 })
    local at = opts.at
    opts.at = nil
    opts = read_schedule("multistep", opts, { "from", factor = 0.1 })
    if type(at) ~= "table" or mf._is_tensor(at) or #at == 0 then
        mf._fail("optim.multistep: at is a list of steps like { 3000, 6000 }, not %s",
            mf._describe(at))
    end
    local t, value = mf.step(), opts.from
    for i, from in ipairs(at) do
        if type(from) ~= "number" then
            mf._fail("optim.multistep: item %d of at must be a number of steps, not %s", i,
                mf._describe(from))
        end
        value = value * mf.where(t:ge(from), opts.factor, 1)
    end
    return value
end)
