-- schedules.lua - the rate at every step of a training, beside plain arithmetic: a
-- parameter for each schedule, whose element t becomes the rate of step t.

local mf = require "mfc"
mf.dtype "f64"
local optim, N = mf.optim, 20

local schedules = {
    linear = optim.linear { from = 0.5, to = 0.1, steps = 8 },
    linear_all = optim.linear { from = 0.5 },
    cosine = optim.cosine { from = 0.5, to = 0.1, steps = 9 },
    warm = optim.cosine { from = 0.5, steps = 10, warmup = 3 },
    exponential = optim.exponential { from = 0.5, decay = 0.75 },
    stairs = optim.step { from = 0.5, every = 4, factor = 0.5 },
    cycle = optim.one_cycle { top = 0.5, steps = 15 },
    momentum = optim.one_cycle { from = 0.95, top = 0.85, to = 0.95, rise = 0.25 },
    restarts = optim.warm_restarts { from = 0.5, to = 0.1, every = 3, factor = 2 },
    even_restarts = optim.warm_restarts { from = 0.5, every = 4 },
}

local function cosine(part)
    return (1 + math.cos(math.pi * math.min(part, 1))) / 2
end

local function wave(from, to, part)
    return to + (from - to) * cosine(part)
end

-- As PyTorch's OneCycleLR counts: the top at step rise n - 1, the end at n - 1.
local function cycle(t, from, top, to, rise, n)
    local peak = rise * n - 1
    return t <= peak and wave(from, top, t / peak) or wave(top, to, (t - peak) / (n - 1 - peak))
end

local want = {
    linear = function(t) return 0.5 - 0.4 * math.min(t / 8, 1) end,
    linear_all = function(t) return 0.5 - 0.5 * t / N end,
    cosine = function(t) return 0.1 + 0.4 * cosine(t / 9) end,
    warm = function(t) return t < 3 and 0.5 * (t + 1) / 3 or 0.5 * cosine((t - 3) / 7) end,
    exponential = function(t) return 0.5 * 0.75 ^ t end,
    stairs = function(t) return 0.5 * 0.5 ^ (t // 4) end,
    cycle = function(t) return cycle(t, 0.02, 0.5, 2e-6, 0.3, 15) end,
    momentum = function(t) return cycle(t, 0.95, 0.85, 0.95, 0.25, N) end,
    restarts = function(t) -- begins at 0, 3, 9
        local first = t < 3 and 0 or t < 9 and 3 or 9
        return wave(0.5, 0.1, (t - first) / (t < 3 and 3 or t < 9 and 6 or 12))
    end,
    even_restarts = function(t) return wave(0.5, 0, t % 4 / 4) end,
}

local names = {}
for name in pairs(want) do
    names[#names + 1] = name
end
local loss, errors, options = 0, {}, {}
for i, name in ipairs(names) do
    local p = mf.param(name, { N }, mf.init.zeros())
    local expected = {}
    for t = 0, N - 1 do
        expected[t + 1] = want[name](t)
    end
    loss = loss + p:sum()
    errors[i] = mf.abs(p - mf.const(expected)):max():as("error_" .. name)
    options[name] = schedules[name]
end
options.update = function(p, _, _, o)
    return mf.where(mf.arange(N):eq(mf.step():cast "i32"), o[p.name], p)
end

return mf.program {
    name = "schedules",
    train = mf.train { loss = loss, optimizer = optim.custom(options), steps = N },
    funcs = { errors = mf.func { inputs = {}, outputs = errors } },
}
