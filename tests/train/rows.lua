-- rows.lua - data for the scripts of this folder: numbers that look random and are the
-- same everywhere.

local M = {}

-- n whole numbers below `limit`.
local function numbers(n, limit, seed)
    local list, state = {}, seed
    for i = 1, n do
        state = (state * 1103515245 + 12345) % 2147483648
        list[i] = state // 65536 % limit
    end
    return list
end

-- `n` rows of `width` numbers between -1 and 1, in sixteenths.
function M.real(n, width, seed)
    local all, rows = numbers(n * width, 33, seed), {}
    for i = 1, n do
        rows[i] = {}
        for j = 1, width do
            rows[i][j] = (all[(i - 1) * width + j] - 16) / 16
        end
    end
    return rows
end

-- Rows of shape { c, h, w }.
function M.image(n, c, h, w, seed)
    local flat, rows = M.real(n, c * h * w, seed), {}
    for i = 1, n do
        local at = 0
        rows[i] = {}
        for k = 1, c do
            rows[i][k] = {}
            for y = 1, h do
                rows[i][k][y] = {}
                for x = 1, w do
                    at = at + 1
                    rows[i][k][y][x] = flat[i][at]
                end
            end
        end
    end
    return rows
end

-- `n` class numbers; with a width, rows of them.
function M.class(n, limit, seed, width)
    local all = numbers(n * (width or 1), limit, seed)
    if not width then
        return all
    end
    local rows = {}
    for i = 1, n do
        rows[i] = {}
        for j = 1, width do
            rows[i][j] = all[(i - 1) * width + j]
        end
    end
    return rows
end

return M
