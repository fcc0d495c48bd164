-- windows.lua - operations over windows of the last axes, as compositions: convolution,
-- its adjoint, pools; and their counterpart, which repeats elements.

local inf = math.huge
local public, check_tensor = mf._operation, mf._check_tensor
local extent, mean = mf._extent, mf._mean
local note_made = mf._note_made

local letters = "abcdefghijklmnopqrstuvwxyz"

-- What axis i of n is called.
local function side(n, i)
    return n == 1 and "length" or i == n and "width" or i == n - 1 and "height" or "depth"
end

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

local function dim_name(d)
    return type(d) ~= "number" and d.name or nil
end

local function check_channels(fn, x, w, axis, groups)
    local channels, wanted = extent(x.shape[2]), extent(w.shape[axis])
    wanted = axis == 2 and wanted * groups or wanted
    if channels ~= wanted then
        note_made(x, w)
        mf._fail("%s: %s has %d channels but the weight %s wants %d%s", fn, mf._describe(x),
            channels, mf._describe(w), wanted,
            groups > 1 and (" with %d groups"):format(groups) or "")
    end
    if groups == 1 and dim_name(x.shape[2]) ~= dim_name(w.shape[axis]) then
        note_made(x, w)
        mf._fail("%s: the channels of %s are not the dim that the weight %s wants%s", fn,
            mf._describe(x), mf._describe(w), mf._dim_hint(x.shape[2], w.shape[axis]))
    end
end

-- The weight with plain numbers for its last n axes: the taps of windows have no name.
local function plain_taps(w, n)
    local shape, named = {}, false
    for i = 1, w.rank do
        local tap = i > w.rank - n
        named = named or tap and dim_name(w.shape[i]) ~= nil
        shape[i] = tap and extent(w.shape[i]) or w.shape[i]
    end
    return named and w:reshape(shape) or w
end

-- How many windows of k taps fit into n elements with `pad` more at either end.
local function positions(fn, name, n, k, stride, pad, dilation)
    local reach = dilation * (k - 1) + 1
    if n + 2 * pad < reach then
        mf._fail("%s: a window of %d does not fit into %s %d with padding %d", fn, reach,
            name, n, pad)
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
        local h = extent(x.shape[first + i])
        local count = positions(fn, side(n, i), h, k[i], stride, pad, dilation)
        local axis, taps = first + i, x.rank + i
        if k[i] == 1 and stride == 1 and pad == 0 then
            y = y:unsqueeze(taps)
        elseif (k[i] == stride or count == 1) and pad == 0 and dilation == 1 then
            y = side_by_side(y, axis, k[i], count)
        else
            y = mf._slide(y:expand(taps, k[i]), axis, taps, stride, dilation, pad, count)
        end
    end
    return y
end

-- kind: "transposed" or "columns", which have other options.
local function window_options(fn, opts, n, kind)
    local transposed = kind == "transposed"
    local defaults = { stride = 1, pad = 0, dilation = 1 }
    if kind ~= "columns" then
        defaults.groups = 1
    end
    if transposed then
        defaults.output_pad = 0
    end
    opts = mf._options(fn, opts, defaults)
    return {
        stride = sizes(fn, "stride", opts.stride, n, 1),
        pad = sizes(fn, "pad", opts.pad, n, 0),
        dilation = sizes(fn, "dilation", opts.dilation, n, 1),
        output_pad = transposed and sizes(fn, "output_pad", opts.output_pad, n, 0),
        groups = sizes(fn, "groups", opts.groups or 1, 1, 1)[1],
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
    { x = "[N, C, D, H, W]", w = "[O, C / groups, kd, kh, kw]", t = "[C, O / groups, kd, kh, kw]" },
}

-- A volume in windows has eight axes, and none is left for groups: one after another.
local function by_group(fn, x, w, opts)
    local groups = opts.groups
    local xs, ws, out = { x:split(groups, 2) }, { w:split(groups, 1) }, {}
    local one = { stride = opts.stride, pad = opts.pad, dilation = opts.dilation,
        output_pad = opts.output_pad or nil }
    for g = 1, groups do
        out[g] = mf[fn](xs[g], ws[g], one)
    end
    return mf.concat(out, 2)
end

-- Where each group is one channel, as channels that are not added up.
local function by_channel(fn, x, w, k, opts)
    local taps = grouped(w, 1, opts.groups):squeeze(3)
    return ungrouped(mf._contract(windows(fn, x, k, opts), taps, "ncpqrijk,coijk->ncopqr"), 2)
end

-- pad = "same": so much that the result is as large as x, which stands with one more zero
-- at an end where that is odd.
local function as_large(fn, x, k, opts)
    if type(opts) ~= "table" or opts.pad ~= "same" then
        return x, opts
    end
    local n, own, around, odd = #k, {}, { { 0, 0 }, { 0, 0 } }, false
    for key, v in pairs(opts) do
        own[key] = v
    end
    local stride = sizes(fn, "stride", opts.stride or 1, n, 1)
    local dilation = sizes(fn, "dilation", opts.dilation or 1, n, 1)
    own.pad = {}
    for i = 1, n do
        if stride[i] ~= 1 then
            mf._fail('%s: pad = "same" keeps the extents, and has no stride: pad = k // 2', fn)
        end
        local all = dilation[i] * (k[i] - 1)
        own.pad[i], around[2 + i] = all // 2, { 0, all % 2 }
        odd = odd or all % 2 > 0
    end
    return odd and x:pad(around) or x, own
end

-- conv: y[n,o,p] = sum over c and taps i of w[o,c,i] * x[n,c,window p, tap i]
local function convolution(fn, n)
    public(fn, function(x, w, opts)
        local layout = layouts[n]
        check_rank(fn, "its operand", x, n + 2, layout.x)
        check_rank(fn, "the weight", w, n + 2, layout.w)
        local k = {}
        for i = 1, n do
            k[i] = extent(w.shape[2 + i])
        end
        x, opts = as_large(fn, x, k, opts)
        opts = window_options(fn, opts, n)
        local groups = opts.groups
        check_channels(fn, x, w, 2, groups)
        if extent(w.shape[1]) % groups ~= 0 then
            mf._fail("%s: %d output channels do not divide into %d groups", fn,
                extent(w.shape[1]), groups)
        end
        w = plain_taps(w, n)
        local p, t = letters:sub(16, 15 + n), letters:sub(9, 8 + n) -- pq, ij
        if groups > 1 and n == 3 then
            local alone = extent(x.shape[2]) == groups
            return alone and by_channel(fn, x, w, k, opts) or by_group(fn, x, w, opts)
        elseif groups == 1 then
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
convolution("conv3d", 3)

-- The adjoint of a convolution with respect to its input, as PyTorch has it: each element
-- of x gives a window of products, and the windows are added where they overlap.
local function transposed(fn, n)
    public(fn, function(x, w, opts)
        check_rank(fn, "its operand", x, n + 2, layouts[n].x)
        check_rank(fn, "the weight", w, n + 2, layouts[n].t)
        opts = window_options(fn, opts, n, "transposed")
        local groups = opts.groups
        local channels = extent(x.shape[2])
        check_channels(fn, x, w, 1, groups)
        if channels % groups ~= 0 then
            mf._fail("%s: %d input channels do not divide into %d groups", fn, channels, groups)
        end
        if groups > 1 and n == 3 then
            return by_group(fn, x, w, opts)
        end
        w = plain_taps(w, n)
        local p, t = letters:sub(16, 15 + n), letters:sub(9, 8 + n) -- pq, ij
        local y
        if groups == 1 then
            y = mf._contract(x, w, "nc" .. p .. ",co" .. t .. "->no" .. p .. t)
        else
            y = mf._contract(grouped(x, 2, groups), grouped(w, 1, groups),
                "ngc" .. p .. ",gco" .. t .. "->ngo" .. p .. t)
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
                mf._fail("%s: padding %d leaves nothing of the %s", fn, opts.pad[i], side(n, i))
            end
            y = mf._fold(y, first + i, first + n + 1, stride, dilation, opts.pad[i], count)
        end
        return groups == 1 and y or ungrouped(y, 2)
    end)
end

transposed("conv_transpose1d", 1)
transposed("conv_transpose2d", 2)
transposed("conv_transpose3d", 3)

-- How the windows of a pool lie along an axis of n elements: their number, and how far
-- they reach beyond its end. With ceil_mode what is left at the end has a window of its
-- own, if that begins in x or before it.
local function lay(fn, name, n, k, stride, pad, ceil_mode)
    if 2 * pad > k then
        mf._fail("%s: padding %d is more than half of the window %d", fn, pad, k)
    end
    local count = positions(fn, name, n, k, stride, pad, 1)
    local rest = n + 2 * pad - k - (count - 1) * stride
    if ceil_mode and rest > 0 and count * stride < n + pad then
        count = count + 1
    end
    local after = math.max((count - 1) * stride + k - n - pad, pad)
    return { n = n, k = k, stride = stride, pad = pad, count = count, after = after }
end

-- A tie goes to the first tap in row-major order. Windows that overlap are reduced over
-- the columns first, then over the rows: k + k comparisons instead of k * k.
local function max_of_taps(seen, along)
    local n, overlap = #along, false
    for _, at in ipairs(along) do
        overlap = overlap or at.stride < at.k
    end
    if n == 2 and not overlap then
        return seen:max({ 3, 4 })
    end
    for i = n, 1, -1 do
        seen = seen:max(2 + i)
    end
    return seen
end

-- How many taps of each window count: those in x, and with padding_too in its padding,
-- but not what ceil_mode adds.
local function counted(at, padding_too)
    local more, counts = padding_too and at.pad or 0, {}
    for i = 1, at.count do
        local first = (i - 1) * at.stride - at.pad
        counts[i] = math.min(first + at.k, at.n + more) - math.max(first, -more)
    end
    return counts
end

local function mean_of_taps(seen, along, padding_too)
    local n, taps, by = #along, {}, 1
    for i, at in ipairs(along) do
        taps[i] = 2 + i
        local counts, shape = counted(at, padding_too), { at.count }
        for j = 1, n - i do
            shape[1 + j] = 1
        end
        local all = math.min(table.unpack(counts)) == at.k
        by = by * (all and at.k or mf._label("taps", mf.const(counts)):reshape(shape))
    end
    if type(by) == "number" then
        return mean(seen, taps)
    end
    return seen:sum(taps) / by
end

local pools = {} -- the options of each

-- Pools: windows of each channel for itself, then one reduction over the taps, which
-- stand before the positions: the positions of a row are then reduced side by side.
local function pool(fn, n, outside, reduce)
    local known = { "stride", pad = 0, ceil_mode = false }
    if outside == 0 then
        known.count_include_pad = true
    end
    pools[fn] = known
    public(fn, function(x, k, opts)
        check_rank(fn, "its operand", x, n + 2, layouts[n].x)
        if k == nil then
            mf._fail("%s: the window's size is missing: x:%s(2)", fn, fn)
        end
        k = sizes(fn, "the window", k, n, 1)
        opts = mf._options(fn, opts, known)
        local pad, stride = sizes(fn, "pad", opts.pad, n, 0), sizes(fn, "stride", opts.stride or k, n, 1)
        local along, around, beyond = {}, { { 0, 0 }, { 0, 0 } }, false
        for i = 1, n do
            local at = lay(fn, side(n, i), extent(x.shape[2 + i]), k[i], stride[i], pad[i],
                opts.ceil_mode)
            -- zeros around x are as good as windows that reach beyond it
            local more = outside == 0 and { 0, at.after - at.pad } or { at.pad, at.after }
            along[i], around[2 + i] = at, more
            beyond = beyond or more[1] + more[2] > 0
        end
        if beyond then
            x = x:pad(around, outside)
        end
        local seen = windows(fn, x, k, {
            stride = stride,
            pad = outside == 0 and pad or sizes(fn, "pad", 0, n, 0),
            dilation = sizes(fn, "dilation", 1, n, 1),
        })
        local order = { 1, 2 }
        for i = 1, n do
            order[2 + i], order[2 + n + i] = 2 + n + i, 2 + i
        end
        return reduce(seen:permute(order), along, opts.count_include_pad)
    end)
end

pool("max_pool1d", 1, -inf, max_of_taps)
pool("max_pool2d", 2, -inf, max_of_taps)
pool("max_pool3d", 3, -inf, max_of_taps)
pool("avg_pool1d", 1, 0, mean_of_taps)
pool("avg_pool2d", 2, 0, mean_of_taps)
pool("avg_pool3d", 3, 0, mean_of_taps)

-- How many axes of a picture are windowed: n of them, or any number that there is.
local function check_picture(fn, x, n)
    if n then
        check_rank(fn, "its operand", x, n + 2, layouts[n].x)
    elseif x.rank < 3 or x.rank > 5 then
        mf._fail("%s: its operand must be %s, %s or %s, not %s", fn, layouts[1].x,
            layouts[2].x, layouts[3].x, mf._describe(x))
    end
    return x.rank - 2
end

-- Each element k times along each axis of a window, `nearest` of the other frameworks;
-- or what lies between two of them.
public("upsample", function(x, k, opts)
    local fn = "upsample"
    local n = check_picture(fn, x)
    if k == nil then
        mf._fail("%s: the factor is missing: x:%s(2)", fn, fn)
    end
    opts = mf._options(fn, opts, { mode = "nearest", align_corners = false })
    k = sizes(fn, "the factor", k, n, 1)
    local shape, size = { x.shape[1], x.shape[2] }, {}
    for i = 1, n do
        size[i] = extent(x.shape[2 + i]) * k[i]
        shape[2 + i] = k[i] == 1 and x.shape[2 + i] or size[i]
    end
    if opts.mode ~= "nearest" then
        return mf._windows.resize(fn, x, size, opts)
    end
    for i = n, 1, -1 do
        x = x:expand(3 + i, k[i])
    end
    return x:reshape(shape)
end)

---------------------------------------------------------------- windows as columns

-- [N, C, ...] to [N, C x taps, positions], and back: what windows share is added.
public("unfold", function(x, k, opts)
    local n = check_picture("unfold", x)
    k = sizes("unfold", "the window", k, n, 1)
    opts = window_options("unfold", opts, n, "columns")
    local order, taps = { 1, 2 }, extent(x.shape[2])
    for i = 1, n do
        order[2 + i], order[2 + n + i] = 2 + n + i, 2 + i
        taps = taps * k[i]
    end
    return windows("unfold", x, k, opts):permute(order):reshape { x.shape[1], taps, -1 }
end)

public("fold", function(x, size, k, opts)
    check_rank("fold", "its operand", x, 3, "[N, C x taps, positions]")
    local n = type(size) == "table" and #size or type(k) == "table" and #k or 2
    size, k = sizes("fold", "the size", size, n, 1), sizes("fold", "the window", k, n, 1)
    opts = window_options("fold", opts, n, "columns")
    local counts, all, taps = {}, 1, 1
    for i = 1, n do
        counts[i] = positions("fold", side(n, i), size[i], k[i], opts.stride[i], opts.pad[i],
            opts.dilation[i])
        all, taps = all * counts[i], taps * k[i]
    end
    local channels = extent(x.shape[2])
    if channels % taps ~= 0 or extent(x.shape[3]) ~= all then
        mf._fail("fold: %d windows of %d taps make such a size, but the operand is %s", all, taps,
            mf._describe(x))
    end
    local shape, order = { x.shape[1], channels // taps }, { 1, 2 }
    for i = 1, n do
        shape[2 + i], shape[2 + n + i] = k[i], counts[i]
        order[2 + i], order[2 + n + i] = 2 + n + i, 2 + i
    end
    local y = x:reshape(shape):permute(order)
    for i = 1, n do
        y = mf._fold(y, 2 + i, 3 + n, opts.stride[i], opts.dilation[i], opts.pad[i], size[i])
    end
    return y
end)

-- What other files make of pictures.
mf._windows = { check_picture = check_picture, sizes = sizes, pools = pools }
