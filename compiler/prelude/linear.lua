-- linear.lua - systems of linear equations: solve, inv, det, cholesky. Each is a loop with
-- a turn for each column, whose gradients are the loop's. What stands before the last two
-- axes is a batch.

local public, extent = mf._operation, mf._extent

local function with(shape, ...)
    return table.move({ ... }, 1, select("#", ...), #shape + 1, { table.unpack(shape) })
end

-- The square matrices with rows that have no name, how many, and the shape of what stands
-- before them.
local function square(fn, a)
    local n = a.rank > 1 and extent(a.shape[a.rank])
    if not n or n ~= extent(a.shape[a.rank - 1]) then
        mf._fail("%s: the last two axes must be equal, but are those of %s", fn, mf._describe(a))
    end
    local batch = { table.unpack(a.shape, 1, a.rank - 2) }
    return a:reshape(with(batch, n, n)), n, batch
end

-- Row v of each matrix, for v of zeros and a 1, and column v.
local function row_of(m, v) return v:unsqueeze(-2):matmul(m) end
local function column_of(m, v) return m:matmul(v:unsqueeze(-1)):squeeze(-1) end

-- The row whose element in this column is the largest, of those that were none before it:
-- zeros and a 1.
local function pivot_of(column, used)
    local free = mf.where(used:gt(0), -1, column:abs())
    return mf.one_hot(mf.stop_gradient(free):argmax(-1), extent(column.shape[-1])):cast(column.dtype)
end

-- Gauss and Jordan: each turn leaves a 1 in its column of a, in a row that had none yet,
-- and zeros above and below it. In the end row i of the solution stands where turn i found
-- its pivot.
local function eliminate(a, b, n, batch)
    local eye = mf.eye(n):cast(a.dtype)
    local done, pivots = mf.scan(function(s, e)
        local column = column_of(s.a, e)
        local pivot = pivot_of(column, s.used)
        local row = row_of(s.a, pivot)
        local size = column_of(row, e):unsqueeze(-1)
        local factor = (column - pivot):unsqueeze(-1)
        return { a = s.a - factor * (row / size), b = s.b - factor * (row_of(s.b, pivot) / size),
            used = s.used + pivot }, pivot
    end, { a = a, b = b, used = mf.zeros(with(batch, n), a.dtype) }, eye)
    local axes = {}
    for i = 1, #batch do
        axes[i] = i + 1
    end
    return pivots:permute(with(axes, 1, #batch + 2)):matmul(done.b)
end

-- x of a x = b. b is a vector where it has one axis less than a, else a matrix.
public("solve", function(a, b)
    local m, n, batch = square("solve", a)
    mf._check_tensor("solve", "the right side", b)
    local vector = b.rank == a.rank - 1
    local right = vector and b:unsqueeze(-1) or b
    local fits = right.rank == a.rank and extent(right.shape[a.rank - 1]) == n
    for i = 1, fits and #batch or 0 do
        fits = fits and extent(right.shape[i]) == extent(batch[i])
    end
    if not fits then
        mf._fail("solve: the right side must be [..., n] or [..., n, m] beside [..., n, n], but they are %s and %s",
            mf._describe(b), mf._describe(a))
    end
    right = right:reshape(with(batch, n, right.shape[a.rank]))
    return eliminate(m, right, n, batch):reshape(b.shape)
end)

public("inv", function(a)
    local m, n, batch = square("inv", a)
    local eye = mf.eye(n):cast(a.dtype):broadcast(m.shape)
    return eliminate(m, eye, n, batch):reshape(a.shape)
end)

-- The product of the pivots; a row that passes over an odd number of earlier ones turns
-- the sign.
public("det", function(a)
    local m, n, batch = square("det", a)
    local eye, later = mf.eye(n):cast(a.dtype), mf.ones({ n, n }, a.dtype):tril(-1)
    return (mf.scan(function(s, e)
        local column = column_of(s.a, e)
        local pivot = pivot_of(column, s.used)
        local row = row_of(s.a, pivot)
        local size = column_of(row, e):squeeze(-1)
        local passed = (s.used:matmul(later) * pivot):sum(-1)
        local factor = column / mf.where(size:eq(0), 1, size):unsqueeze(-1)
        return { a = s.a - factor:unsqueeze(-1) * row, used = s.used + pivot,
            det = s.det * size * (1 - 2 * mf.remainder(passed, 2)) }
    end, { a = m, used = mf.zeros(with(batch, n), a.dtype), det = mf.ones(batch, a.dtype) }, eye)).det
end)

-- L of a = L L', of the lower half of a positive definite a.
public("cholesky", function(a)
    local m, n = square("cholesky", a)
    local eye = mf.eye(n):cast(a.dtype)
    local low = mf.scan(function(l, turn)
        local column = column_of(m, turn[1]) - column_of(l, row_of(l, turn[1]):squeeze(-2))
        local root = (column * turn[1]):sum(-1, { keep = true }):sqrt()
        return l + mf.where(turn[2]:gt(0), column / root, 0):unsqueeze(-1) * turn[1]
    end, m:zeros_like(), { eye, mf.ones({ n, n }, a.dtype):triu() })
    return low:reshape(a.shape)
end)
