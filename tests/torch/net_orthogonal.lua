-- An optimiser of the script's own: matrices move by an orthogonal matrix near their momentum (five
-- products), a table by means of rows and columns, the rest by signs.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, T, V, D = mf.dim("B", 3), 5, 9, 6
local ids, y = mf.input("ids", { B, T }, "i32"), mf.input("y", { B, T }, "i32")
local table_, cell = nn.Embedding(V, D), nn.GRU(D, 4)
local wide, back = nn.Linear(4, 8), nn.Linear(8, D)
local z = back(wide(cell(table_(ids))):mish()):mm(table_.weight:T())
local function orthogonal(g)
    local tall = g.shape[1] > g.shape[2]
    local x = (tall and g:T() or g) / (g:norm() + 1e-7)
    for _ = 1, 5 do
        local a = x:mm(x:T())
        x = 3.4445 * x + (2.0315 * a:mm(a) - 4.775 * a):mm(x)
    end
    return tall and x:T() or x
end
local own = mf.optim.custom {
    lr = 0.02, beta = 0.9,
    state = { "m", row = function(p) return { p.shape[1] } end, column = function(p) return p.rank == 2 and { p.shape[2] } or { 1 } end },
    update = function(p, g, s, o)
        local m = o.beta * s.m + g
        local state = { m = m, row = s.row, column = s.column }
        if p.name == table_.weight.name then
            state.row = o.beta * s.row + (1 - o.beta) * (g * g):mean(2)
            state.column = o.beta * s.column + (1 - o.beta) * (g * g):mean(1)
            local v = mf.outer(state.row, state.column) / state.row:mean()
            return p - o.lr * g / (v:sqrt() + 1e-3), state
        elseif p.rank == 2 then
            return p - o.lr * orthogonal(g + o.beta * m), state
        end
        return p - o.lr * m:sign(), state
    end,
}
local params = {}
for _, layer in ipairs { table_, cell, wide, back } do
    for _, p in ipairs(layer:params()) do params[#params + 1] = p end
end
return require "net" ("orthogonal", { { ids, V }, { y, V } }, params,
    { loss = mf.loss.cross_entropy(z, y), optimizer = own })
