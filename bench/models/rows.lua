-- rows.lua - reductions by themselves, one a function: of [A, N, C] over the axis N, where
-- A and C are axes only if they are above 1. bench/micro_rows sets the extents.

local mf = require "mfc"

local A, N, C = mf.dim("A", 256), mf.dim("N", 65), mf.dim("C", 1)
local shape, axis = {}, A.value > 1 and 2 or 1
for _, extent in ipairs { A, N, C } do
    if extent == N or extent.value > 1 then shape[#shape + 1] = extent end
end
local x = mf.input("x", shape)
local keep = { keep = true }

local of = {
    sum = x:sum(axis),
    max = x:max(axis),
    mean = x:mean(axis),
    var = x:var(axis),
    argmax = x:argmax(axis),
    logsumexp = x:logsumexp(axis),
    softmax = x:softmax(axis),
    norm = (x - x:mean(axis, keep)) / mf.sqrt(x:var(axis, keep) + 1e-5),
    cumsum = x:cumsum(axis),
}

local funcs = {}
for name, y in pairs(of) do
    funcs[name] = mf.func { inputs = { x }, outputs = { y:as "y" } }
end
return mf.program { name = "rows", funcs = funcs }
