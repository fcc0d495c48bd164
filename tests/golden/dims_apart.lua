-- Wherever shapes must agree, a named dim that meets its own number is told apart.
local mf = require "mfc"
local nn = mf.nn
local B, T = mf.dim("B", 4), mf.dim("T", 6)
local x, y = mf.param("x", { B, T }), mf.param("y", { B, 6 })
local plain, named = mf.zeros({ B, 6 }, "i32"), mf.zeros({ B, T }, "i32")
local scores, rows = mf.param("scores", { B, T, 3 }), mf.param("rows", { B, 6, 3 })
local state = mf.param("state", { T }, mf.init.zeros(), { trainable = false })
local a1 = mf.concat({ x, y }, 1)
local a2 = mf.concat({ x, y }, 2)                   -- the axis itself may differ
local a3 = mf.stack { x, y }
local a4 = x:mm(y:T())
local a5 = mf.einsum("bt,bt->b", x, y)
local a6 = x:take_along(mf.zeros({ 4, 1 }, "i32"), 2)
local a7 = rows:segment_sum(named, 3)
local a8 = mf.scan(function(s, v) return s + v[1]:sum() end, 0, { x:T(), y:T() })
local a9 = mf.scan(function(s, v) return v end, mf.zeros { T }, y)
local b1 = mf.jvp(x:sum(), x, y)
local b2 = mf.grad(x, x, { seed = y })
local b3 = nn.Linear(T, 3)(y)
local b4 = nn.LayerNorm(6)(x)
local b5 = x:broadcast { B, 6 }
local b6 = mf.metric.accuracy(scores, plain)
local b7 = nn.GRU(3, 2)(scores, mf.zeros { 4, 2 })
mf.update(state, mf.zeros { 6 })
return mf.program { funcs = { f = mf.func { inputs = {}, outputs = { x } } } }
