-- ops.lua - operations that are compositions of the primitive ones: activations,
-- statistics, softmax and its kin, dropout, windows (convolution and pooling).
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

-- Things that other files of the prelude need too.
mf._note_made = note_made
mf._extent = extent
mf._size = size
mf._check_number = number
mf._check_tensor = check_tensor

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
    if lo == nil and hi == nil then
        mf._fail("clamp: needs a lower or an upper bound: x:clamp(lo, hi)")
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
        return fn(x, axes, opts)
    end)
end

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

public("softmax", function(x, axis)
    axis = axis or -1
    local e = mf.exp(lowered(x, axis))
    return e / e:sum(axis, { keep = true })
end)

public("log_softmax", function(x, axis)
    axis = axis or -1
    local z = lowered(x, axis)
    return z - mf.log(mf.exp(z):sum(axis, { keep = true }))
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
    return mf._mode(mf.where(u:lt(p), 0, scale * x), x)
end)

---------------------------------------------------------------- windows

local letters = "abcdefghijklmnopqrstuvwxyz"
local sides = { "height", "width", "depth" }

-- A whole number, or a list of n of them, as a list of n.
local function sizes(fn, what, v, n, least)
    if type(v) ~= "table" then
        local all = {}
        for i = 1, n do
            all[i] = v
        end
        v = all
    end
    if #v ~= n then
        mf._fail("%s: %s needs a number or a list of %d, not a list of %d", fn, what, n, #v)
    end
    local out = {}
    for i = 1, n do
        local k = tonumber(v[i])
        if k == nil or k % 1 ~= 0 or k < least or k >= 2^31 then
            mf._fail("%s: %s must be a whole number from %d to 2^31 - 1, not %s", fn, what,
                least, mf._describe(v[i]))
        end
        out[i] = math.tointeger(k)
    end
    return out
end

local function check_rank(fn, what, x, rank, layout)
    check_tensor(fn, what, x)
    if x.rank ~= rank then
        mf._fail("%s: %s must have %d axes, %s, not %s", fn, what, rank, layout,
            mf._describe(x))
    end
end

local function check_channels(fn, x, w, channels, wanted, groups)
    if channels ~= wanted then
        note_made(x, w)
        mf._fail("%s: %s has %d channels but the weight %s wants %d%s", fn, mf._describe(x),
            channels, mf._describe(w), wanted,
            groups > 1 and (" with %d groups"):format(groups) or "")
    end
end

-- How many windows of k taps fit into n elements with `pad` more at either end.
local function positions(fn, side, n, k, stride, pad, dilation)
    local reach = dilation * (k - 1) + 1
    if n + 2 * pad < reach then
        mf._fail("%s: a window of %d does not fit into %s %d with padding %d", fn, reach,
            side, n, pad)
    end
    return (n + 2 * pad - reach) // stride + 1
end

-- Windows that lie side by side are an axis cut in two, whose second part goes to the
-- end: nothing is copied, and the gradient is a movement too.
local function side_by_side(x, axis, k, count)
    x = x:slice(axis, 1, count * k)
    local shape, order = {}, {}
    for i = 1, x.rank do
        if i == axis then
            shape[i], shape[i + 1] = count, k
        else
            shape[#shape + 1] = x.shape[i]
        end
    end
    for i = 1, x.rank + 1 do
        if i ~= axis + 1 then
            order[#order + 1] = i
        end
    end
    order[#order + 1] = axis + 1
    return x:reshape(shape):permute(order)
end

-- The windows of the last n axes of x: these axes become positions, and n more with
-- the taps of a window follow; a tap outside of x is 0.
local function windows(fn, x, k, opts)
    local n = #k
    local first = x.rank - n
    local y = x
    for i = 1, n do
        local stride, pad, dilation = opts.stride[i], opts.pad[i], opts.dilation[i]
        local side = n == 1 and "length" or sides[i]
        local h = extent(x.shape[first + i])
        local count = positions(fn, side, h, k[i], stride, pad, dilation)
        local axis, taps = first + i, x.rank + i
        if k[i] == 1 and stride == 1 and pad == 0 then
            y = y:unsqueeze(taps)
        elseif k[i] == stride and pad == 0 and dilation == 1 then
            y = side_by_side(y, axis, k[i], count)
        else
            y = mf._slide(y:expand(taps, k[i]), axis, taps, stride, dilation, pad, count)
        end
    end
    return y
end

local function window_options(fn, opts, n, transposed)
    local defaults = { stride = 1, pad = 0, dilation = 1, groups = 1 }
    if transposed then
        defaults.output_pad = 0
    end
    opts = mf._options(fn, opts, defaults)
    return {
        stride = sizes(fn, "stride", opts.stride, n, 1),
        pad = sizes(fn, "pad", opts.pad, n, 0),
        dilation = sizes(fn, "dilation", opts.dilation, n, 1),
        output_pad = transposed and sizes(fn, "output_pad", opts.output_pad, n, 0),
        groups = sizes(fn, "groups", opts.groups, 1, 1)[1],
    }
end

-- The shape of x with the axis of channels cut into groups.
local function grouped(x, axis, groups)
    local shape = {}
    for i = 1, x.rank do
        if i == axis then
            shape[#shape + 1] = groups
            shape[#shape + 1] = extent(x.shape[i]) // groups
        else
            shape[#shape + 1] = x.shape[i]
        end
    end
    return x:reshape(shape)
end

-- The inverse: axes `axis` and `axis + 1` as one.
local function ungrouped(x, axis)
    local shape = {}
    for i = 1, x.rank do
        if i == axis + 1 then
            shape[axis] = extent(x.shape[axis]) * extent(x.shape[i])
        else
            shape[#shape + 1] = x.shape[i]
        end
    end
    return x:reshape(shape)
end

local layouts = {
    { x = "[N, C, L]", w = "[O, C / groups, k]", t = "[C, O / groups, k]" },
    { x = "[N, C, H, W]", w = "[O, C / groups, kh, kw]", t = "[C, O / groups, kh, kw]" },
}

-- conv: y[n,o,p] = sum over c and taps i of w[o,c,i] * x[n,c,window p, tap i]
local function convolution(fn, n)
    public(fn, function(x, w, opts)
        local layout = layouts[n]
        check_rank(fn, "its operand", x, n + 2, layout.x)
        check_rank(fn, "the weight", w, n + 2, layout.w)
        opts = window_options(fn, opts, n)
        local groups = opts.groups
        check_channels(fn, x, w, extent(x.shape[2]), extent(w.shape[2]) * groups, groups)
        if extent(w.shape[1]) % groups ~= 0 then
            mf._fail("%s: %d output channels do not divide into %d groups", fn,
                extent(w.shape[1]), groups)
        end
        local k = {}
        for i = 1, n do
            k[i] = extent(w.shape[2 + i])
        end
        local p, t = letters:sub(16, 15 + n), letters:sub(9, 8 + n) -- pq, ij
        if groups == 1 then
            local seen = windows(fn, x, k, opts)
            return mf._contract(seen, w, "nc" .. p .. t .. ",oc" .. t .. "->no" .. p)
        end
        local seen = windows(fn, grouped(x, 2, groups), k, opts)
        local y = mf._contract(seen, grouped(w, 1, groups),
            "ngc" .. p .. t .. ",goc" .. t .. "->ngo" .. p)
        return ungrouped(y, 2)
    end)
end

convolution("conv1d", 1)
convolution("conv2d", 2)

-- The adjoint of conv2d with respect to its input, as PyTorch has it: each element of
-- x gives a window of products, and the windows are added where they overlap.
public("conv_transpose2d", function(x, w, opts)
    local fn, n = "conv_transpose2d", 2
    check_rank(fn, "its operand", x, n + 2, layouts[n].x)
    check_rank(fn, "the weight", w, n + 2, layouts[n].t)
    opts = window_options(fn, opts, n, true)
    local groups = opts.groups
    local channels = extent(x.shape[2])
    check_channels(fn, x, w, channels, extent(w.shape[1]), groups)
    if channels % groups ~= 0 then
        mf._fail("%s: %d input channels do not divide into %d groups", fn, channels, groups)
    end
    local y
    if groups == 1 then
        y = mf._contract(x, w, "ncpq,coij->nopqij")
    else
        y = mf._contract(grouped(x, 2, groups), grouped(w, 1, groups),
            "ngcpq,gcoij->ngopqij")
    end
    local first = y.rank - 2 * n
    for i = 1, n do
        local k, stride, dilation = extent(w.shape[2 + i]), opts.stride[i], opts.dilation[i]
        local more = opts.output_pad[i]
        if more >= math.max(stride, dilation) then
            mf._fail("%s: output_pad %d must be below the stride or the dilation", fn, more)
        end
        local count = (extent(x.shape[2 + i]) - 1) * stride - 2 * opts.pad[i]
            + dilation * (k - 1) + more + 1
        if count < 1 then
            mf._fail("%s: padding %d leaves nothing of the %s", fn, opts.pad[i], sides[i])
        end
        y = mf._fold(y, first + i, first + n + 1, stride, dilation, opts.pad[i], count)
    end
    return groups == 1 and y or ungrouped(y, 2)
end)

-- Pools: windows of each channel for itself, then one reduction over the taps, which
-- stand before the positions: the positions of a row are then reduced side by side.
local function pool(fn, n, outside, reduce)
    public(fn, function(x, k, opts)
        check_rank(fn, "its operand", x, n + 2, layouts[n].x)
        if k == nil then
            mf._fail("%s: the window's size is missing: x:%s(2)", fn, fn)
        end
        k = sizes(fn, "the window", k, n, 1)
        opts = mf._options(fn, opts, { "stride", pad = 0 })
        local pad = sizes(fn, "pad", opts.pad, n, 0)
        local around, padded = { { 0, 0 }, { 0, 0 } }, false
        for i = 1, n do
            if 2 * pad[i] > k[i] then
                mf._fail("%s: padding %d is more than half of the window %d", fn, pad[i], k[i])
            end
            around[2 + i] = { pad[i], pad[i] }
            padded = padded or pad[i] > 0
        end
        if outside ~= 0 and padded then
            x, pad = x:pad(around, outside), sizes(fn, "pad", 0, n, 0)
        end
        local stride, overlap = sizes(fn, "stride", opts.stride or k, n, 1), false
        for i = 1, n do
            overlap = overlap or stride[i] < k[i]
        end
        local seen = windows(fn, x, k, {
            stride = stride,
            pad = pad,
            dilation = sizes(fn, "dilation", 1, n, 1),
        })
        local order = { 1, 2 }
        for i = 1, n do
            order[2 + i], order[2 + n + i] = 2 + n + i, 2 + i
        end
        return reduce(seen:permute(order), n, overlap)
    end)
end

-- A tie goes to the first tap in row-major order. Windows that overlap are reduced over
-- the columns first, then over the rows: k + k comparisons instead of k * k.
local function max_of_taps(seen, n, overlap)
    if n == 2 and not overlap then
        return seen:max({ 3, 4 })
    end
    for i = n, 1, -1 do
        seen = seen:max(2 + i)
    end
    return seen
end

local function mean_of_taps(seen, n)
    return mean(seen, n == 1 and 3 or { 3, 4 })
end

pool("max_pool1d", 1, -inf, max_of_taps)
pool("max_pool2d", 2, -inf, max_of_taps)
pool("avg_pool1d", 1, 0, mean_of_taps)
pool("avg_pool2d", 2, 0, mean_of_taps)
