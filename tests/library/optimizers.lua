-- optimizers.lua - six steps of options that the figures of PyTorch lack, on the loss
-- c . p, whose gradient is c at every step: beside plain arithmetic of one element.

local mf = require "mfc"
mf.dtype "f64"
local optim, N = mf.optim, 6
local c, start = { 0.5, -2, 0.125 }, { 1, -1, 0.75 }

-- What N steps of one element come to; step(p, g, s, t) -> new p, s its state.
local function after(step)
    local result = {}
    for i = 1, #c do
        local p, s = start[i], { v = 0, m = 0 }
        for t = 1, N do
            p = step(p, c[i], s, t)
        end
        result[i] = p
    end
    return result
end

local function adam(p, g, s, t)
    s.m = 0.9 * s.m + 0.1 * g
    s.v = 0.99 * s.v + 0.01 * g * g
    return p - 0.1 * s.m / (1 - 0.9 ^ t) / (math.sqrt(s.v / (1 - 0.99 ^ t)) + 1e-3)
end

local cases = {
    { "rmsprop", optim.RMSprop { lr = 0.1, alpha = 0.75, momentum = 0.5, weight_decay = 0.25 },
        function(p, g, s)
            g = g + 0.25 * p
            s.v = 0.75 * s.v + 0.25 * g * g
            s.m = 0.5 * s.m + g / (math.sqrt(s.v) + 1e-8)
            return p - 0.1 * s.m
        end },
    { "lion", optim.Lion { lr = 0.125, betas = { 0.5, 0.75 }, weight_decay = 0.5 },
        function(p, g, s)
            local d = 0.5 * s.m + 0.5 * g
            s.m = 0.75 * s.m + 0.25 * g
            return p * (1 - 0.125 * 0.5) - 0.125 * (d > 0 and 1 or d < 0 and -1 or 0)
        end },
    { "adam", optim.Adam { lr = 0.1, betas = { 0.9, 0.99 }, eps = 1e-3 }, adam },
    { "adamw_vector", optim.AdamW { lr = 0.1, betas = { 0.9, 0.99 }, eps = 1e-3,
                                    weight_decay = 0.5, decay = "matrices" }, adam },
    { "adamw_matrix", optim.AdamW { lr = 0.1, betas = { 0.9, 0.99 }, eps = 1e-3,
                                    weight_decay = 0.5, decay = "matrices" },
        function(p, g, s, t) return adam(p * (1 - 0.1 * 0.5), g, s, t) end, { 3, 1 } },
    { "factored", optim.custom {
        lr = 0.1,
        state = { "old", row = function(p) return { p.shape[1] } end,
                  count = function() return {} end },
        update = function(p, g, s, o)
            local row, count = 0.5 * s.row + g:square():mean(2), s.count + 1
            local new = p - o.lr * (g + s.old) / (row:sqrt():unsqueeze(2) + count)
            return new, { row = row, count = count, old = g }
        end },
        function(p, g, s, t)
            s.v = 0.5 * s.v + g * g
            return p - 0.1 * (t > 1 and 2 or 1) * g / (math.sqrt(s.v) + t)
        end, { 3, 1 } },
}

local trains, errors = {}, {}
for i, case in ipairs(cases) do
    local name, optimizer, step, shape = table.unpack(case)
    local p = mf.param(name, shape or { 3 }, mf.init.values(mf.const(start):reshape(shape or { 3 })))
    local flat = p:reshape { 3 }
    trains[name] = mf.train { loss = (flat * mf.const(c)):sum(), params = { p },
                              optimizer = optimizer, steps = N * #cases }
    errors[i] = mf.abs(flat - mf.const(after(step))):max():as("error_" .. name)
end

return mf.program {
    name = "optimizers",
    train = trains,
    funcs = { errors = mf.func { inputs = {}, outputs = errors } },
}
