-- Names and values of a local in unequal numbers.
local mf = require "mfc"
local x = mf.input("x", { 6, 4 })
local a, b, c = 1, 2
local top, bottom = x:slice(1, 1, 3)
local d, e = function(v) return v, 1 end, nil, x
local f = x:mm(x:T()), 3
local g, h = x:split(2) -- a call, which may give as many as it likes
local i, j, k = 1, (x:split(2))
local l, m = not x.rank == 2, { 1, 2, f = 3 }
local n, o
local p, q = nil
local r = "a" .. "b" == mf.dtype
local s, t = x.shape[1] or x, -g.rank ^ 2
local u, v = x:max(2)
local w, y, z = 1, mf.min(x, { 1 }, { keep = true })
local big, bigger = x:max(2) + 1
local last, others = x:max(2):split(2)
local one, two = x:topk(2)
local only = x:max(2), 1
local less, lesser = -x:max(2)
return mf.program { funcs = { y = mf.func { inputs = { x }, outputs = { x + g:sum() + h:sum() } } } }
