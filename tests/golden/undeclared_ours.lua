local mf = require "mfc"
local x = mf.input("x", { 3, 4 })
local soft_max = x
local a = relu(x)
local b = Linear(4, 3)(x)
local c = cross_entropy(x, x)
local d = view(x, 2)
return mf.program {
  funcs = {
    f = mf.func { inputs = { x }, outputs = { x } },
  },
  nonsense = 3,
  trian = 4,
}
