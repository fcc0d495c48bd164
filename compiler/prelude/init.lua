-- init.lua - initialisers: each makes a function (shape, name) -> tensor, graph code
-- that runs when the model is initialised. Random ones draw from a stream of the
-- parameter's own name, so that another layer does not disturb them.

local init = mf.init or {}
mf.init = init

local function public(name, fn)
    mf._public(init, name, fn)
end

local extent = mf._extent

-- fan_in and fan_out: [in, out] of a matrix, [O, I, taps ...] of a convolution.
local function fans(fn, shape, name)
    local rank = #shape
    if rank < 2 then
        mf._fail("init.%s: %s has %d ax%ss, but fan-in and fan-out need two or more; use "
            .. "init.normal, init.uniform or init.zeros", fn, name, rank,
            rank == 1 and "i" or "e")
    end
    if rank == 2 then
        return extent(shape[1]), extent(shape[2])
    end
    local taps = 1
    for i = 3, rank do
        taps = taps * extent(shape[i])
    end
    return extent(shape[2]) * taps, extent(shape[1]) * taps
end
mf._fans = fans

local function normal(shape, name, std, mean)
    local z = mf.random_normal(shape, { stream = name })
    if std ~= 1 then
        z = std * z
    end
    return mean == 0 and z or z + mean
end

local function uniform(shape, name, lo, hi)
    return lo + (hi - lo) * mf.random_uniform(shape, { stream = name })
end

-- Uniform within +-bound: what layers start from.
function mf._init_within(bound)
    return function(shape, name)
        return uniform(shape, name, -bound, bound)
    end
end

public("zeros", function()
    return function(shape) return mf.zeros(shape) end
end)

public("ones", function()
    return function(shape) return mf.ones(shape) end
end)

public("constant", function(v)
    v = mf._check_number("init.constant", "the value", v)
    return function(shape) return mf.full(shape, v) end
end)

local function checked(fn, opts)
    for name, v in pairs(opts) do
        mf._check_number("init." .. fn, name, v)
    end
    return opts
end

public("normal", function(opts)
    opts = checked("normal", mf._options("init.normal", opts, { std = 1, mean = 0 }))
    return function(shape, name) return normal(shape, name, opts.std, opts.mean) end
end)

public("uniform", function(opts, hi)
    if type(opts) == "number" then -- uniform(lo, hi)
        opts = { lo = opts, hi = hi }
    elseif type(opts) == "table" and #opts == 2 then -- uniform { lo, hi }
        local named = { lo = opts[1], hi = opts[2] }
        for key, v in pairs(opts) do
            named[key] = math.type(key) == nil and v or named[key]
        end
        opts = named
    end
    opts = checked("uniform", mf._options("init.uniform", opts, { lo = 0, hi = 1 }))
    return function(shape, name) return uniform(shape, name, opts.lo, opts.hi) end
end)

-- Glorot and Bengio 2010: variance 2 / (fan_in + fan_out), times gain squared.
public("glorot_uniform", function(opts)
    opts = mf._options("init.glorot_uniform", opts, { gain = 1 })
    return function(shape, name)
        local fan_in, fan_out = fans("glorot_uniform", shape, name)
        local bound = opts.gain * math.sqrt(6 / (fan_in + fan_out))
        return uniform(shape, name, -bound, bound)
    end
end)

public("glorot_normal", function(opts)
    opts = mf._options("init.glorot_normal", opts, { gain = 1 })
    return function(shape, name)
        local fan_in, fan_out = fans("glorot_normal", shape, name)
        return normal(shape, name, opts.gain * math.sqrt(2 / (fan_in + fan_out)), 0)
    end
end)

-- He et al. 2015: variance 2 / fan_in, for relu.
public("he_uniform", function(opts)
    mf._options("init.he_uniform", opts, {})
    return function(shape, name)
        local bound = math.sqrt(6 / fans("he_uniform", shape, name))
        return uniform(shape, name, -bound, bound)
    end
end)

public("he_normal", function(opts)
    mf._options("init.he_normal", opts, {})
    return function(shape, name)
        return normal(shape, name, math.sqrt(2 / fans("he_normal", shape, name)), 0)
    end
end)

-- Orthonormal rows of a k x m Gaussian matrix, k <= m: each row less its projection
-- on those before it, twice (which is enough, Kahan), then normalised. One loop of k
-- turns; the matrix q is filled from the top, its other rows are 0.
local function orthonormal_rows(a)
    local k = a.shape[1]
    local q = mf.scan(function(q, row)
        local v, here = row.v, row.here
        for _ = 1, 2 do
            v = v - mf.einsum("km,k->m", q, mf.einsum("km,m->k", q, v))
        end
        v = v / mf.sqrt((v * v):sum())
        return q + mf.outer(here, v)
    end, mf.zeros(a.shape), { v = a, here = mf.one_hot(mf.arange(k), k):cast(a.dtype) })
    return q
end

public("orthogonal", function(opts)
    opts = mf._options("init.orthogonal", opts, { gain = 1 })
    return function(shape, name)
        if #shape < 2 then
            mf._fail("init.orthogonal: %s is a vector or a scalar, but must have two axes or "
                .. "more", name)
        end
        local rows, columns = extent(shape[1]), 1
        for i = 2, #shape do
            columns = columns * extent(shape[i])
        end
        local less, more = math.min(rows, columns), math.max(rows, columns)
        local q = orthonormal_rows(mf.random_normal({ less, more }, { stream = name }))
        if rows > columns then
            q = q:T()
        end
        if opts.gain ~= 1 then
            q = opts.gain * q
        end
        return q:reshape(shape)
    end
end)

-- Given values: a nested table, a constant tensor or a number. The shapes must agree.
public("values", function(values)
    local t = values
    if type(values) == "table" or type(values) == "number" then
        t = mf.const(values)
    end
    return function(shape, name)
        local same = t.rank == #shape
        for i = 1, math.min(t.rank, #shape) do
            same = same and extent(t.shape[i]) == extent(shape[i])
        end
        if not same then
            local want = {}
            for i = 1, #shape do
                want[i] = tostring(extent(shape[i]))
            end
            mf._fail("init.values: %s is [%s] but its values are %s", name,
                table.concat(want, ","), mf._describe(t))
        end
        return t:reshape(shape)
    end
end)
