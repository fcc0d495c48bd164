-- image.lua - what networks of pictures do to pictures besides windows, as compositions:
-- borders that go on, other sizes, pixels out of channels, pools to a given size, samples
-- between pixels. A picture is [N, C, L], [N, C, H, W] or [N, C, D, H, W].

local public, extent = mf._operation, mf._extent
local check_picture, sizes = mf._windows.check_picture, mf._windows.sizes
local label = mf._label

-- The shape of x with n for the extent of an axis.
local function with_extent(x, axis, n)
    local shape = {}
    for i = 1, x.rank do
        shape[i] = i == axis and n or x.shape[i]
    end
    return shape
end

local function joined(parts, axis)
    return #parts == 1 and parts[1] or mf.concat(parts, axis)
end

local function choice(fn, what, v, known)
    for _, k in ipairs(known) do
        if v == k then
            return
        end
    end
    mf._fail('%s: %s is "%s", not %s', fn, what, table.concat(known, '" or "'), mf._describe(v))
end

---------------------------------------------------------------- borders

-- What stands before and after the n elements of an axis, `a` and `b` elements of it.
local continued = {
    reflect = function(x, axis, n, a, b)
        return a > 0 and x:slice(axis, 2, a + 1):flip(axis),
            b > 0 and x:slice(axis, n - b, n - 1):flip(axis)
    end,
    replicate = function(x, axis, n, a, b)
        return a > 0 and x:slice(axis, 1, 1):broadcast(with_extent(x, axis, a)),
            b > 0 and x:slice(axis, n, n):broadcast(with_extent(x, axis, b))
    end,
    circular = function(x, axis, n, a, b)
        return a > 0 and x:slice(axis, n - a + 1, n), b > 0 and x:slice(axis, 1, b)
    end,
}

-- With numbers around it: mf.pad in C. With a word, x itself goes on beyond its ends.
local with_value = mf.pad
public("pad", function(x, pairs, value)
    if type(value) ~= "string" then
        return with_value(x, pairs, value)
    end
    local go_on = continued[value]
    if not go_on then
        mf._fail('pad: the value is a number, "reflect", "replicate" or "circular", not %s',
            mf._describe(value))
    end
    with_value(x, pairs, 0) -- complains of pairs that are none
    for axis = 1, x.rank do
        local n, a, b = extent(x.shape[axis]), pairs[axis][1], pairs[axis][2]
        local most = value == "reflect" and n - 1 or value == "circular" and n or math.huge
        if math.max(a, b) > most then
            mf._fail('pad: "%s" finds %d elements beyond an end of an axis of %d, not %d', value,
                most, n, math.max(a, b))
        end
        if a > 0 or b > 0 then
            local before, after = go_on(x, axis, n, a, b)
            local parts = { x }
            if before then
                table.insert(parts, 1, before)
            end
            if after then
                parts[#parts + 1] = after
            end
            x = joined(parts, axis)
        end
    end
    return x
end)

---------------------------------------------------------------- sizes

-- x at the positions `ids` (a list, from 0) of an axis.
local function taken(x, axis, ids)
    local shape = {}
    for i = 1, x.rank do
        shape[i] = i == axis and #ids or 1
    end
    local all = mf.const(ids, "i32"):reshape(shape):broadcast(with_extent(x, axis, #ids))
    return x:take_along(all, axis)
end

-- An axis of n elements as one of m. Element i of m lies at (i + 1/2) n / m - 1/2, or at
-- i (n - 1) / (m - 1) where the corners are aligned.
local function resized(x, axis, m, opts)
    local n = extent(x.shape[axis])
    local low, high, part = {}, {}, {}
    for i = 0, m - 1 do
        local at = opts.align_corners and i * (n - 1) / math.max(m - 1, 1)
            or (i + 0.5) * n / m - 0.5
        if opts.mode == "nearest" then
            low[i + 1] = i * n // m
        else
            at = math.max(at, 0)
            low[i + 1] = math.min(math.floor(at), n - 1)
            high[i + 1] = math.min(low[i + 1] + 1, n - 1)
            part[i + 1] = at - low[i + 1]
        end
    end
    local first = taken(x, axis, low)
    if opts.mode == "nearest" then
        return first
    end
    local shape = { m }
    for i = axis + 1, x.rank do
        shape[#shape + 1] = 1
    end
    part = mf.const(part):reshape(shape)
    return (1 - part) * first + part * taken(x, axis, high)
end

-- For upsample too.
function mf._windows.resize(fn, x, size, opts)
    choice(fn, "mode", opts.mode, { "linear", "nearest" })
    for i = 1, #size do
        if size[i] ~= extent(x.shape[2 + i]) then
            x = resized(x, 2 + i, size[i], opts)
        end
    end
    return x
end

public("resize", function(x, size, opts)
    local n = check_picture("resize", x)
    if size == nil then
        mf._fail("resize: the size is missing: x:resize { height, width }")
    end
    opts = mf._options("resize", opts, { mode = "linear", align_corners = false })
    return mf._windows.resize("resize", x, sizes("resize", "the size", size, n, 1), opts)
end)

---------------------------------------------------------------- pixels and channels

-- Channels that divide into so many parts.
local function divided(fn, x, parts, what)
    local c = extent(x.shape[2])
    if c % parts ~= 0 then
        mf._fail("%s: the %d channels of %s do not divide into %s", fn, c, mf._describe(x), what)
    end
    return c // parts
end

public("pixel_shuffle", function(x, r)
    local n = check_picture("pixel_shuffle", x)
    r = sizes("pixel_shuffle", "the factor", r, n, 1)
    local all = 1
    for i = 1, n do
        all = all * r[i]
    end
    local c = divided("pixel_shuffle", x, all, ("%d pixels each"):format(all))
    -- axes: N, C, a part of each factor, then the extents; each extent meets its part
    local cut, order, shape = { x.shape[1], c }, { 1, 2 }, { x.shape[1], c }
    for i = 1, n do
        cut[2 + i], cut[2 + n + i] = r[i], x.shape[2 + i]
        order[1 + 2 * i], order[2 + 2 * i] = 2 + n + i, 2 + i
        shape[2 + i] = extent(x.shape[2 + i]) * r[i]
    end
    return x:reshape(cut):permute(order):reshape(shape)
end)

public("pixel_unshuffle", function(x, r)
    local n = check_picture("pixel_unshuffle", x)
    r = sizes("pixel_unshuffle", "the factor", r, n, 1)
    local cut, order, shape = { x.shape[1], x.shape[2] }, { 1, 2 }, { x.shape[1] }
    local all = extent(x.shape[2])
    for i = 1, n do
        local h = extent(x.shape[2 + i])
        if h % r[i] ~= 0 then
            mf._fail("pixel_unshuffle: an extent of %d does not divide by %d", h, r[i])
        end
        cut[1 + 2 * i], cut[2 + 2 * i] = h // r[i], r[i]
        order[2 + i], order[2 + n + i] = 2 + 2 * i, 1 + 2 * i
        all, shape[2 + i] = all * r[i], h // r[i]
    end
    shape[2] = all
    return x:reshape(cut):permute(order):reshape(shape)
end)

public("channel_shuffle", function(x, groups)
    groups = sizes("channel_shuffle", "the number of groups", groups, 1, 1)[1]
    if x.rank < 2 then
        mf._fail("channel_shuffle: its operand must be [N, C, ...], not %s", mf._describe(x))
    end
    local each = divided("channel_shuffle", x, groups, ("%d groups"):format(groups))
    local cut = { x.shape[1], groups, each }
    for i = 3, x.rank do
        cut[i + 1] = x.shape[i]
    end
    return x:reshape(cut):transpose(2, 3):reshape(x.shape)
end)

---------------------------------------------------------------- pools to a size

-- An axis of n elements as m: element i is made of those from floor(i n / m) to below
-- ceil((i + 1) n / m), which overlap where m does not divide n. A mean is a product.
local function average(x, axis, m)
    local n, rows = extent(x.shape[axis]), {}
    for i = 0, m - 1 do
        local first, last = i * n // m, -(-(i + 1) * n // m)
        rows[i + 1] = {}
        for j = 0, n - 1 do
            rows[i + 1][j + 1] = j >= first and j < last and 1 / (last - first) or 0
        end
    end
    local letters = ("abcdefg"):sub(1, x.rank)
    local old = letters:sub(axis, axis)
    return mf._contract(x, mf.const(rows), letters .. ",z" .. old .. "->" .. letters:gsub(old, "z"))
end

local function largest(x, axis, m)
    local n, ids, most = extent(x.shape[axis]), {}, 0
    for i = 0, m - 1 do
        most = math.max(most, -(-(i + 1) * n // m) - i * n // m)
    end
    for i = 0, m - 1 do -- a shorter window has its last element more than once
        local last = -(-(i + 1) * n // m) - 1
        for j = 0, most - 1 do
            ids[#ids + 1] = math.min(i * n // m + j, last)
        end
    end
    local shape = with_extent(x, axis, m)
    table.insert(shape, axis + 1, most)
    return taken(x, axis, ids):reshape(shape):max(axis + 1)
end

local function adaptive(fn, plain, n, reduce)
    public(fn, function(x, size)
        check_picture(fn, x, n)
        size = sizes(fn, "the size", size, n, 1)
        local k, whole = {}, true
        for i = 1, n do
            local h = extent(x.shape[2 + i])
            k[i] = h // size[i]
            whole = whole and h % size[i] == 0
        end
        if whole then
            return mf[plain](x, k)
        end
        for i = n, 1, -1 do
            x = reduce(x, 2 + i, size[i])
        end
        return x
    end)
end

adaptive("adaptive_max_pool1d", "max_pool1d", 1, largest)
adaptive("adaptive_max_pool2d", "max_pool2d", 2, largest)
adaptive("adaptive_max_pool3d", "max_pool3d", 3, largest)
adaptive("adaptive_avg_pool1d", "avg_pool1d", 1, average)
adaptive("adaptive_avg_pool2d", "avg_pool2d", 2, average)
adaptive("adaptive_avg_pool3d", "avg_pool3d", 3, average)

---------------------------------------------------------------- samples between pixels

-- Where -1 to 1 lies among n pixels: from their outer edges, or from the middle of the
-- first to that of the last where the corners are aligned.
local function place(at, n, align_corners)
    return align_corners and (at + 1) * ((n - 1) / 2) or ((at + 1) * n - 1) / 2
end

public("grid_sample", function(x, grid, opts)
    check_picture("grid_sample", x, 2)
    mf._check_tensor("grid_sample", "the grid", grid)
    opts = mf._options("grid_sample", opts, { align_corners = false, border = "zeros" })
    choice("grid_sample", "border", opts.border, { "zeros", "replicate" })
    if grid.rank ~= 4 or grid.shape[4] + 0 ~= 2 or grid.shape[1] ~= x.shape[1] then
        mf._note_made(x, grid)
        mf._fail("grid_sample: the grid must be [N, height, width, 2], places (x, y) from -1 "
            .. "to 1 in each picture of %s, not %s", mf._describe(x), mf._describe(grid))
    end
    local h, w = extent(x.shape[3]), extent(x.shape[4])
    local px = label("column", place(grid:select(4, 1), w, opts.align_corners))
    local py = label("row", place(grid:select(4, 2), h, opts.align_corners))
    if opts.border == "replicate" then
        px, py = px:hardtanh(0, w - 1), py:hardtanh(0, h - 1)
    end
    local left, top = label("left", px:floor()), label("top", py:floor())
    local right, below = px - left, py - top -- how far from there, 0 to 1
    local flat, sum = x:flatten(3), nil
    local rows, columns = grid.shape[2], grid.shape[3]
    for dy = 0, 1 do
        for dx = 0, 1 do
            local i, j = top + dy, left + dx
            local inside = mf.logical_and(mf.logical_and(i:ge(0), i:le(h - 1)),
                mf.logical_and(j:ge(0), j:le(w - 1)))
            local share = (dx == 1 and right or 1 - right) * (dy == 1 and below or 1 - below)
            local ids = label("pixel", mf.where(inside, i * w + j, 0):cast "i32")
            ids = ids:reshape { x.shape[1], 1, -1 }
            ids = ids:broadcast { x.shape[1], x.shape[2], ids.shape[3] }
            share = label("share", mf.where(inside, share, 0)):reshape { x.shape[1], 1, -1 }
            local part = flat:take_along(ids, 3) * share
            sum = sum and sum + part or part
        end
    end
    return sum:reshape { x.shape[1], x.shape[2], rows, columns }
end)
