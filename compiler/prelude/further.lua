-- further.lua - further operations that are short compositions of others, known from
-- PyTorch, NumPy or Keras by these names: activations, tests of numbers, tensors like
-- another, matrices, segments, order along an axis, distances.

local inf = math.huge
local public, extent = mf._operation, mf._extent

local function number(fn, what, v, default)
    return mf._check_number(fn, what, v == nil and default or v)
end

-- A function that takes no tensor first.
local function maker(name, fn)
    mf._public(mf, name, fn)
end

---------------------------------------------------------------- scalar functions

public("tan", function(x) return mf.sin(x) / mf.cos(x) end)
public("sinh", function(x) return (mf.expm1(x) - mf.expm1(-x)) / 2 end)
public("cosh", function(x) return (mf.exp(x) + mf.exp(-x)) / 2 end)
public("asinh", function(x)
    local a = mf.where(x:lt(0), -x, x)
    local far = a:gt(1e4) -- where a^2 is all of a^2 + 1, and may overflow
    local n = mf.where(far, 1, a)
    local y = mf.log1p(n + n * n / (1 + mf.sqrt(n * n + 1)))
    y = mf.where(far, mf.log(mf.where(far, a, 1)) + math.log(2), y)
    return mf.where(x:lt(0), -y, y)
end)
public("acosh", function(x)
    local t = x - 1
    local far = x:gt(1e4)
    local n = mf.where(far, 1, t)
    local y = mf.log1p(n + mf.sqrt(n * (n + 2)))
    return mf.where(far, mf.log(mf.where(far, x, 1)) + math.log(2), y)
end)
public("atanh", function(x) return (mf.log1p(x) - mf.log1p(-x)) / 2 end)
public("log2", function(x) return mf.log(x) / math.log(2) end)
public("log10", function(x) return mf.log(x) / math.log(10) end)
public("trunc", function(x) return mf.sign(x) * mf.floor(mf.abs(x)) end)

-- Both in f64, which holds integers, and products of singles with quotients of 28 bits: in
-- f32 a quotient that is almost whole is rounded to the next number, whose remainder is 0
-- or has the wrong sign. Powers of 2 divide without rounding; what do not go together is
-- left as it is, for the division to say so.
local function divided(fn, x, y)
    local number, whole = type(y) == "number", x.dtype == "i32"
    if number and whole and (y == 0 or y % 1 ~= 0) then
        mf._fail("%s: integers are divided by whole numbers other than 0, not by %g", fn, y)
    elseif x.dtype == "bool" or not number and y.dtype ~= x.dtype or
        number and not whole and string.format("%a", y):find("0x1p", 1, true) then
        return x, y
    end
    local divisor = number and not whole and mf.full({}, y, x.dtype) or y
    return mf.cast(x, "f64"), mf._is_tensor(divisor) and mf.cast(divisor, "f64") or divisor
end

-- The largest whole number below x / y.
local function whole_quotient(fn, x, y)
    local a, b = divided(fn, x, y)
    return mf.cast(mf.floor(a / b), x.dtype)
end
public("floor_divide", function(x, y) return whole_quotient("floor_divide", x, y) end)

-- x less a whole number of y, with the sign of y.
public("remainder", function(x, y)
    if x.dtype == "i32" then
        return x - whole_quotient("remainder", x, y) * y
    end
    local a, b = divided("remainder", x, y)
    local rest = a - mf.floor(a / b) * b
    if type(b) == "number" then return rest end
    return mf.cast(mf.where(mf.lt(rest * b, 0), rest + b, rest), x.dtype)
end)
public("lerp", function(x, y, t) return x + t * (y - x) end)

---------------------------------------------------------------- angles

-- Halves of angles have tangents that are finite, and slopes that are infinite at the
-- ends only; near them (1 - x)(1 + x) keeps the digits that 1 - x^2 loses.
public("asin", function(x)
    return 2 * mf.atan(x / (1 + mf.sqrt((1 - x) * (1 + x))))
end)
public("acos", function(x)
    local left = x:lt(0)
    local a = mf.where(left, -x, x)
    local y = 2 * mf.atan(mf.sqrt((1 - a) / (1 + a)))
    return mf.where(left, math.pi - y, y)
end)

-- The angle of the point (x, y), from -pi to pi: of the smaller side by the larger, then
-- by where they lie. At the origin it is 0, and so is its gradient.
public("atan2", function(y, x)
    mf._check_tensor("atan2", "the second operand", x)
    local below, left = y:lt(0), x:lt(0)
    local v, u = mf.where(below, -y, y), mf.where(left, -x, x)
    local steep = v:gt(u)
    local less, more = mf.where(steep, u, v), mf.where(steep, v, u)
    local function both(side)
        return mf.logical_and(v:eq(side), u:eq(side))
    end
    local origin, diagonal = both(0), both(inf)
    local t = mf.where(origin, 0, less / mf.where(origin, 1, more))
    local a = mf.atan(mf.where(diagonal, 1, t))
    a = mf.where(steep, math.pi / 2 - a, a)
    a = mf.where(left, math.pi - a, a)
    return mf.where(below, -a, a)
end)

---------------------------------------------------------------- the gamma function

-- log |gamma(x)| by Lanczos' sum with g = 7 (Godfrey's coefficients), from 1/2 on; below, by
-- gamma(x) gamma(1 - x) = pi / sin(pi x). It is computed in double: in f32 the result is
-- the nearest number, in f64 within 3e-15 of max(1, |y|).
local lanczos = {
    676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
}
public("lgamma", function(x)
    mf._check_floating("lgamma", x)
    local label = mf._label
    local v = label("v", mf.cast(x, "f64"))
    local left = label("left", v:lt(0.5))
    local u = label("u", mf.where(left, 1 - v, v))
    local sum = mf.full_like(u, 0.99999999999980993)
    for k, c in ipairs(lanczos) do
        sum = sum + label("part" .. k, c / (u + (k - 1)))
    end
    local scale = math.sqrt(2 * math.pi) * math.exp(-7)
    local y = (u - 0.5) * (mf.log(u + 6.5) - 1) + mf.log(label("parts", scale * sum))
    local r = mf.where(left, v - mf.round(v), 0.5) -- |sin(pi r)| = |sin(pi x)|
    local mirror = math.log(math.pi) - mf.log(mf.abs(mf.sin(label("angle", math.pi * r))))
    return mf.cast(mf.where(left, mirror - y, y), x.dtype)
end)
public("digamma", function(x) return mf.grad(mf.lgamma(x):sum(), x) end)

---------------------------------------------------------------- activations

public("selu", function(x)
    return 1.0507009873554805 * mf.elu(x, 1.6732632423543772)
end)
public("mish", function(x) return x * mf.tanh(mf.softplus(x)) end)
public("logsigmoid", function(x) return -mf.softplus(-x) end)
public("softsign", function(x) return x / (1 + mf.abs(x)) end)
public("relu6", function(x) return mf.hardtanh(x, 0, 6) end)
public("hardsigmoid", function(x) return mf.hardtanh(x / 6 + 0.5, 0, 1) end)
public("hardswish", function(x) return x * mf.clamp(x / 6 + 0.5, 0, 1) end)

-- The first half along the axis, each element times the sigmoid of its fellow.
public("glu", function(x, axis)
    local a, b = x:split(2, axis or -1)
    return a * mf.sigmoid(b)
end)

---------------------------------------------------------------- tests of numbers

public("isnan", function(x) return x:ne(x) end)
public("isinf", function(x) return mf.abs(x):eq(inf) end)
public("isfinite", function(x) return mf.abs(x):lt(inf) end)

local function truth(name, fold)
    public(name, function(x, axes, opts)
        if x.dtype ~= "bool" then
            mf._fail("%s: wants bool tensors, not %s: x:gt(0) makes one", name, mf._describe(x))
        end
        return fold(mf.cast(x, "i32"), axes, opts):gt(0)
    end)
end
truth("any", mf.max)
truth("all", mf.min)

---------------------------------------------------------------- tensors like another

public("zeros_like", function(x) return mf.zeros(x.shape, x.dtype) end)
public("ones_like", function(x) return mf.ones(x.shape, x.dtype) end)
public("full_like", function(x, v) return mf.full(x.shape, v, x.dtype) end)

-- n numbers from lo to hi, both included.
maker("linspace", function(lo, hi, n)
    lo, hi = number("linspace", "the first number", lo), number("linspace", "the last number", hi)
    if not mf._is_dim(n) and (math.tointeger(n) or 0) < 1 then
        mf._fail("linspace: the number of elements must be a whole number from 1, not %s",
            mf._describe(n))
    end
    local i = mf.arange(n, "f32")
    if mf.full({}, 0).dtype == "f64" then
        i = mf.cast(i, "f64")
    end
    return lo + (hi - lo) / math.max(extent(n) - 1, 1) * i
end)

-- The parts of x along an axis, the first one unless another is given, without it.
public("unbind", function(x, axis)
    axis = mf._axis(x, axis or 1)
    local parts = { x:split(extent(x.shape[axis]), axis) }
    for i, part in ipairs(parts) do
        parts[i] = part:squeeze(axis)
    end
    return table.unpack(parts)
end)

---------------------------------------------------------------- matrices

maker("eye", function(n) return mf.one_hot(mf.arange(n), n) end)

-- Row and column numbers of the last two axes, which broadcast to all of x.
local function places(fn, x)
    if x.rank < 2 then
        mf._fail("%s: its operand must have two or more axes, not %s", fn, mf._describe(x))
    end
    return mf.arange(x.shape[x.rank - 1]):unsqueeze(2), mf.arange(x.shape[x.rank])
end

-- On and below (tril), on and above (triu) the k-th diagonal; 0 elsewhere.
public("tril", function(x, k)
    local row, column = places("tril", x)
    return mf.where((column - row):le(number("tril", "the diagonal", k, 0)), x, 0)
end)
public("triu", function(x, k)
    local row, column = places("triu", x)
    return mf.where((column - row):ge(number("triu", "the diagonal", k, 0)), x, 0)
end)

-- The diagonal of a matrix (of the last two axes), or the matrix with this diagonal.
public("diag", function(x)
    if x.rank == 1 then
        local n = x.shape[1]
        return mf.where(mf.arange(n):unsqueeze(2):eq(mf.arange(n)), x, 0)
    end
    local row, column = places("diag", x)
    if x.shape[x.rank] ~= x.shape[x.rank - 1] then
        mf._fail("diag: the last two axes must be equal, but are those of %s (with each row on a diagonal: x:unsqueeze(-1) * mf.eye(n))",
            mf._describe(x))
    end
    return mf.where(row:eq(column), x, 0):sum(-1)
end)
public("trace", function(x) return mf.diag(x):sum(-1) end)

---------------------------------------------------------------- segments

-- y [..., n] with axes of 1 behind, as many as x has behind its rows.
local function as_rows(y, x)
    for _ = y.rank + 1, x.rank do
        y = y:unsqueeze(-1)
    end
    return y
end

-- How many rows each segment has.
local function segment_sizes(x, ids, n)
    return as_rows(mf.ones(ids.shape, x.dtype):segment_sum(ids, n), x)
end

public("segment_mean", function(x, ids, n)
    return x:segment_sum(ids, n) / segment_sizes(x, ids, n):maximum(1)
end)

-- The first of the best rows of each segment, those of the largest key, 0 where it has
-- none. As it is written a segment looks at all rows; in C each row is looked at once.
local function segment_best(x, ids, n, key)
    x:segment_sum(ids, n) -- for what it says of shapes
    local sizes = segment_sizes(x, ids, n)
    local axis = ids.rank
    local mine = as_rows(ids:unsqueeze(axis):eq(mf.arange(n):unsqueeze(2)), x:unsqueeze(axis))
    local worst = x.dtype == "i32" and -2 ^ 31 or -inf
    local place = mf.argmax(mf.where(mine, key:unsqueeze(axis), worst), axis + 1)
    return mf.where(sizes:gt(0), x:take_along(place, axis), 0)
end
public("segment_max", function(x, ids, n)
    return segment_best(x, ids, n, mf.stop_gradient(x))
end)
public("segment_min", function(x, ids, n)
    local y = mf.stop_gradient(x)
    return segment_best(x, ids, n, x.dtype == "i32" and -1 - y or -y)
end)

-- The exponential of each row, as a part of the sum of those of its segment.
public("segment_softmax", function(x, ids, n)
    local function of_rows(y)
        return y:take_along(as_rows(ids, x), ids.rank)
    end
    local e = mf.exp(x - of_rows(mf.stop_gradient(mf.segment_max(x, ids, n))))
    return e / of_rows(e:segment_sum(ids, n))
end)

---------------------------------------------------------------- order

-- The positions, from 0, of the first k elements in their order, of equals the first first
-- and NaN as the largest: each element counts those that come before it, n^2 comparisons
-- of which nothing is kept in memory, and its position goes to the place of that number.
-- Comparisons go along the rows of what lies behind the axis, along the axis where those
-- are short.
local function order(x, axis, descending, k)
    local n, last, row = x.shape[axis], x.rank, 1
    local column = { n } -- the shape of a vector along the axis
    for i = axis + 1, last do
        row = row * extent(x.shape[i])
        column[#column + 1] = 1
    end
    if row > 1 and row < 8 then
        return order(x:transpose(axis, last), last, descending, k):transpose(axis, last)
    end
    local place = mf.arange(n):reshape(column)
    local a, b = x:unsqueeze(axis + 1), x:unsqueeze(axis)
    -- b before a: no NaN is, and none has another before it; they are counted below
    local tie, before = b:le(a), b:lt(a)
    if descending then
        tie, before = b:ge(a), b:gt(a)
    end
    local rank = mf.where(place:lt(place:unsqueeze(2)), tie, before):cast("i32"):sum(axis + 1)
    if x.dtype ~= "i32" then
        local bad = x:ne(x):cast("i32")
        local all, earlier = bad:sum(axis, { keep = true }), bad:cumsum(axis) - bad
        local missing = descending and { earlier, all } or { extent(n) - all + earlier, 0 }
        rank = rank + mf.where(x:ne(x), missing[1], missing[2])
    end
    rank = rank:transpose(axis, last)
    local ids = mf.arange(n):broadcast(rank.shape):segment_sum(rank, n):transpose(axis, last)
    return k and ids:slice(axis, 1, k) or ids
end
mf._order = order

local function ordered(fn, x, axis, opts)
    if opts == nil and type(axis) == "table" then -- x:sort { descending = true }
        axis, opts = nil, axis
    end
    axis = mf._axis(x, axis or -1)
    return order(x, axis, mf._options(fn, opts, { descending = false }).descending), axis
end

public("argsort", function(x, axis, opts)
    return (ordered("argsort", x, axis, opts))
end)
public("sort", function(x, axis, opts)
    local ids, at = ordered("sort", x, axis, opts)
    return x:take_along(ids, at), ids
end)

---------------------------------------------------------------- one after another

-- What step(s, v) makes of what came before and the element v, for each along the axis;
-- before the first one is s the number given. A loop keeps zeros apart and never overflows
-- where a cumulative sum of logarithms or powers would.
local function running(name, first, step)
    public(name, function(x, axis)
        if axis == nil and x.rank ~= 1 then
            mf._fail("%s: which axis of %s? x:%s(axis)", name, mf._describe(x), name)
        end
        axis = mf._axis(x, axis or 1)
        local xs = x:transpose(1, axis)
        local _, all = mf.scan(function(s, v)
            s = step(s, v)
            return s, s
        end, mf.full({ table.unpack(xs.shape, 2) }, first, x.dtype), xs)
        return all:transpose(1, axis)
    end)
end

running("cumprod", 1, function(s, v) return s * v end)
running("logcumsumexp", -inf, function(s, v)
    local top = mf.stop_gradient(mf.maximum(s, v))
    top = mf.where(mf.abs(top):eq(inf), 0, top)
    return mf.log(mf.exp(s - top) + mf.exp(v - top)) + top
end)

---------------------------------------------------------------- lengths and distances

-- x by its length along the axis, the last one unless another is given.
public("normalize", function(x, axis)
    return x / x:norm(axis or -1, { keep = true }):maximum(1e-12)
end)

public("cosine_similarity", function(a, b, axis)
    mf._check_tensor("cosine_similarity", "the second operand", b)
    axis = axis or -1
    local function unit(x)
        return x / x:norm(axis, { keep = true }):maximum(1e-8)
    end
    return (unit(a) * unit(b)):sum(axis)
end)

-- The distance of each row of a from each row of b: [..., n, d], [..., m, d] -> [..., n, m].
public("cdist", function(a, b)
    mf._check_tensor("cdist", "the second operand", b)
    if a.rank < 2 or b.rank < 2 then
        mf._fail("cdist: its operands must have two or more axes, not %s and %s",
            mf._describe(a), mf._describe(b))
    end
    return (a:unsqueeze(a.rank) - b:unsqueeze(b.rank - 1)):norm(-1)
end)
