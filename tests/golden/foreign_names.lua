-- Names of PyTorch and NumPy lead to ours.
local mf = require "mfc"
local x = mf.input("x", { 3, 4 })
local a = x:view { 4, 3 }
local b = x:masked_fill(x:gt(0), 1)
local c = mf.nn.Conv2d(1, 4, 3, { padding = 1 })
local d = mf.cat({ x, x }, 1)
local e = mf.loss.smooth_l1(x, x)
local f = mf.nn.LSTM(3, 4, { num_layers = 2 })
local g = x:sum(1, { keepdims = true })
local h = x:sort() -- written in another way
local i = mf.lu(x) -- not here at all: elu is not meant
local j = mf.optim.SGD { lr = mf.optim.ReduceLROnPlateau { factor = 0.5 } }
