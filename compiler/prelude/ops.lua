-- ops.lua - operations that are compositions of the primitive ones: activations,
-- statistics, softmax and its kin, order, dropout.
--
-- Each is written so that values and gradients, the second ones too, are right at
-- kinks and finite wherever the function is: a branch that `where` does not select
-- is computed from a harmless operand, never from one that overflows.

local inf = math.huge

local function check_tensor(fn, what, v, hint)
    if not mf._is_tensor(v) then
        mf._fail("%s: %s must be a tensor, not %s%s", fn, what, mf._describe(v), hint or "")
    end
end

local function public(name, fn)
    local colon = (" (methods are called with a colon: x:%s(...))"):format(name)
    mf._public(mf, name, function(x, ...)
        check_tensor(name, "its operand", x, (x == nil or type(x) == "number") and colon)
        return fn(x, ...)
    end, fn)
end

-- The number of a dimension, named or plain.
local function extent(dim)
    return dim + 0
end

local function size(x)
    local n = 1
    for i = 1, x.rank do
        n = n * extent(x.shape[i])
    end
    return n
end

local function number(fn, what, v)
    if type(v) ~= "number" then
        mf._fail("%s: %s must be a number, not %s", fn, what, mf._describe(v))
    end
    return v
end

local function whole(fn, what, v)
    local n = tonumber(v)
    if n == nil or n % 1 ~= 0 then
        mf._fail("%s: %s must be a whole number, not %s", fn, what, mf._describe(v))
    end
    return math.tointeger(n)
end

-- A number that may be left out, or stand in a table under its name.
local function optional(fn, what, v, default)
    if type(v) == "table" then
        v = mf._options(fn, v, { [what] = default })[what]
    end
    return number(fn, what, v == nil and default or v)
end

-- Queues, below the error that comes, where the tensors that have a name were made.
local function note_made(...)
    for _, x in ipairs { ... } do
        if x.name then
            mf._note(x, "%s is made here", x.name)
        end
    end
end

-- Zeros in the shape of x but for the extent of one axis, or in another shape: what goes
-- on in the place of a tensor that does not fit. They are floating, as most should be.
function mf._instead(x, axis, extent_)
    local shape = axis
    if type(axis) == "number" then
        shape = {}
        for i = 1, x.rank do
            shape[i] = i == axis and extent_ or x.shape[i]
        end
    end
    local zeros = mf.zeros(shape)
    return x.name and zeros:as(x.name) or zeros
end

function mf._check_floating(fn, x)
    if x.dtype == "i32" or x.dtype == "bool" then
        mf._fail("%s: wants floating tensors, not %s: cast it: x:cast \"f32\"", fn, mf._describe(x))
    end
end

-- Things that other files of the prelude need too.
mf._note_made = note_made
mf._extent = extent
mf._size = size
mf._check_number = number
mf._check_tensor = check_tensor
mf._operation = public

---------------------------------------------------------------- scalar functions

public("square", function(x) return x * x end)
public("reciprocal", function(x) return 1 / x end)
public("rsqrt", function(x) return 1 / mf.sqrt(x) end)
public("silu", function(x) return x * mf.sigmoid(x) end)

public("leaky_relu", function(x, slope)
    slope = optional("leaky_relu", "slope", slope, 0.01)
    return mf.where(x:gt(0), x, slope * x) -- slope at 0 too
end)

public("elu", function(x, alpha)
    alpha = optional("elu", "alpha", alpha, 1)
    local positive = x:gt(0)
    return mf.where(positive, x, alpha * mf.expm1(mf.where(positive, 0, x)))
end)

public("gelu", function(x)
    return 0.5 * x * (1 + mf.erf(x * math.sqrt(0.5)))
end)

public("gelu_tanh", function(x)
    local inner = x + 0.044715 * (x * x * x)
    return 0.5 * x * (1 + mf.tanh(math.sqrt(2 / math.pi) * inner))
end)

-- clamp passes the gradient on its bounds, hardtanh does not; NaN passes through both.
public("clamp", function(x, lo, hi)
    if type(lo) == "table" or lo == nil and hi == nil then
        mf._fail("clamp: needs a lower or an upper bound: x:clamp(lo, hi), where either may be nil")
    end
    if type(lo) == "number" and type(hi) == "number" and lo > hi then
        mf._fail("clamp: the lower bound %g is above the upper bound %g", lo, hi)
    end
    local y = x
    if hi ~= nil then
        y = mf.where(x:gt(hi), hi, y)
    end
    if lo ~= nil then
        y = mf.where(x:lt(lo), lo, y)
    end
    return y
end)

public("hardtanh", function(x, lo, hi)
    lo, hi = number("hardtanh", "lo", lo or -1), number("hardtanh", "hi", hi or 1)
    if lo > hi then
        mf._fail("hardtanh: the lower bound %g is above the upper bound %g", lo, hi)
    end
    return mf.where(x:le(lo), lo, mf.where(x:ge(hi), hi, x))
end)

---------------------------------------------------------------- statistics

-- The square root with gradient 0 at 0: what std and norm want, whose own argument
-- has gradient 0 there. (A NaN is not 0: it shows in all gradients.)
local function root(v)
    local some = v:ne(0)
    return mf.where(some, mf.sqrt(mf.where(some, v, 1)), mf.stop_gradient(v))
end

local function mean(x, axes, opts)
    local total = x:sum(axes, opts)
    return total / (size(x) / size(total))
end

local function var(x, axes, opts)
    local d = x - mean(x, axes, { keep = true })
    return mean(d * d, axes, opts)
end

-- `x:f({ keep = true })` is over everything, as `x:f(nil, { keep = true })`.
local function reduction(name, fn)
    public(name, function(x, axes, opts)
        if opts == nil and type(axes) == "table" and axes.keep ~= nil and #axes == 0 then
            axes, opts = nil, axes
        end
        mf._check_floating(name, x)
        return fn(x, axes, opts)
    end)
end

mf._mean = mean
reduction("mean", mean)
reduction("var", var)
reduction("std", function(x, axes, opts)
    return root(var(x, axes, opts))
end)
reduction("norm", function(x, axes, opts)
    return root((x * x):sum(axes, opts))
end)

-- log(sum(exp x)), from the largest element, which counts as 0 where it is infinite
-- (all -inf gives -inf, an inf gives inf).
reduction("logsumexp", function(x, axes, opts)
    local top = mf.stop_gradient(x:max(axes, { keep = true }))
    top = mf.where(mf.abs(top):eq(inf), 0, top)
    local total = mf.log(mf.exp(x - top):sum(axes, opts))
    return total + top:reshape(total.shape)
end)

---------------------------------------------------------------- softmax

-- x less its largest element along the axis.
local function lowered(x, axis)
    return x - mf.stop_gradient(x:max(axis, { keep = true }))
end
mf._lowered = lowered

-- One division a row, and none in the gradient of an element.
public("softmax", function(x, axis)
    axis = axis or -1
    local e = mf.exp(lowered(x, axis))
    return e * mf._label("inverse", 1 / e:sum(axis, { keep = true }))
end)

public("log_softmax", function(x, axis)
    axis = axis or -1
    local z = lowered(x, axis)
    return z - mf.log(mf.exp(z):sum(axis, { keep = true }))
end)

---------------------------------------------------------------- order

-- The elements moved n places on along the axis; those that leave at the end come in
-- at the start.
public("roll", function(x, n, axis)
    n, axis = whole("roll", "the number of places", n), mf._axis(x, axis)
    local all = extent(x.shape[axis])
    local first = -n % all -- so many go from the start to the end
    if first == 0 then
        return x
    end
    local parts = { x:slice(axis, first + 1, all), x:slice(axis, 1, first) }
    return mf.concat(parts, axis):reshape(x.shape)
end)

-- The k largest along the axis, from the largest down, the first of equals first, and
-- their positions, counted from 0. One after another, where only the lowest number is left
-- the position is the first that was not taken; many of few by counting.
public("topk", function(x, k, axis)
    k, axis = whole("topk", "the number of elements", k), mf._axis(x, axis or -1)
    local n = extent(x.shape[axis])
    if k < 1 or k > n then
        mf._fail("topk: axis %d of %s has %d elements, not %d", axis, mf._describe(x), n, k)
    end
    if k > 4 and 20 * k > n then
        local all = mf._order(x, axis, true, k)
        return x:take_along(all, axis), all
    end
    local shape = {}
    for i = 1, x.rank do
        shape[i] = i == axis and x.shape[i] or 1
    end
    local places = mf.arange(n):reshape(shape)
    local lowest = x.dtype == "i32" and -(1 << 31) or -inf
    local along, taken, ids = { keep = true }, nil, {}
    for i = 1, k do
        local id
        if taken then
            local left = mf.where(taken, lowest, x)
            local free = mf.where(taken, n - 1, places):min(axis, along)
            id = left:argmax(axis, along)
            id = mf.where(left:take_along(id, axis):eq(lowest), free, id)
        else
            id = x:argmax(axis, along)
        end
        ids[i] = id
        taken = taken and mf.logical_or(taken, places:eq(id)) or places:eq(id)
    end
    local all = mf.concat(ids, axis)
    return x:take_along(all, axis), all
end)

---------------------------------------------------------------- dropout

public("dropout", function(x, p)
    p = optional("dropout", "p", p, 0.5)
    if not (p >= 0 and p <= 1) then
        mf._fail("dropout: p is the part that is dropped, from 0 to 1, not %g", p)
    end
    if p == 0 then
        return x
    end
    local u = mf.random_uniform(x.shape)
    if u.dtype ~= x.dtype then
        u = mf.cast(u, x.dtype)
    end
    local scale = p < 1 and 1 / (1 - p) or 0
    return mf._mode(mf.where(mf._label("dropped", u:lt(p)), 0, scale * x), x)
end)
