-- A cellular automaton: the same convolutions in every turn, and a mask of what is alive.
local mf = require "mfc"
mf.dtype "f64"
local B = mf.dim("B", 2)
local seed, want = mf.input("seed", { B, 3, 5, 4 }), mf.input("want", { B, 3, 5, 4 })
local fire = mf.input("fire", { B, 3, 5, 4 })
local id, side = { { 0, 0, 0 }, { 0, 1, 0 }, { 0, 0, 0 } }, { { -1, 0, 1 }, { -2, 0, 2 }, { -1, 0, 1 } }
local see = mf.const { { id }, { side }, { id }, { side }, { id }, { side } }
local l1, l2 = mf.nn.Conv2d(6, 7, 1), mf.nn.Conv2d(7, 3, 1, { bias = false })
local function alive(s) return s:slice(2, 3, 3):max_pool2d(3, { stride = 1, pad = 1 }):gt(0.1) end
local last = mf.scan(function(s, f)
    local before = alive(s)
    local ds = l2(l1(s:conv2d(see, { pad = 1, groups = 3 })):relu())
    s = s + ds * f:gt(0):cast(s.dtype):unsqueeze(2)
    return mf.where(mf.logical_and(before, alive(s)), s, 0)
end, seed, fire:transpose(1, 2))
return require "net" ("automaton", { { seed }, { want }, { fire } }, { l1.weight, l1.bias, l2.weight },
    { loss = mf.loss.mse(last, want), optimizer = mf.optim.Adam { lr = 0.01 }, clip_norm = 1 })
