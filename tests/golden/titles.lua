-- What comments call the arrays of a kernel: one that is copied, one within its padding, one of which a
-- kernel sees a band of rows, and a value that two kernels compute.
local mf = require "mfc"
local B, R = mf.dim("B", 2), mf.dim("R", 65536)
local x, rows = mf.input("x", { B, 1, 6, 6 }), mf.input("rows", { R, 4 })
local K1, K2 = mf.param("K1", { 2, 1, 3, 3 }), mf.param("K2", { 2, 2, 3, 3 })
local inner = x:conv2d(K1, { pad = 1 }):relu()
local outer = inner:conv2d(K2, { pad = 1 })
local W, V = mf.param("W", { 4, 16 }), mf.param("V", { 16, 2 })
local hidden = rows:mm(W):tanh()
local twice = hidden:mm(V):tanh()
local far = x:abs()
return mf.program {
  name = "titles",
  funcs = { padded = mf.func { inputs = { x }, outputs = { outer:as "outer", inner:sum(1):as "most" } },
            banded = mf.func { inputs = { rows }, outputs = { twice:mean(2):as "mean" } },
            same = mf.func { inputs = { x }, outputs = { far:as "a", far:as "b" } },
            again = mf.func { inputs = { x }, outputs = { far:max(2):as "max", far:sum(3):as "sum" } } },
}
