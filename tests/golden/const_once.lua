-- Constants with the same elements are one array; -0 is another number than 0.
-- options: --no-main
local mf = require "mfc"
local x, y = mf.input("x", { 2, 3 }), mf.input("y", { 3, 2 })
local a = mf.einsum("ij,jk->ik", x, mf.const { { 1, 2 }, { 3, 4 }, { 5, 0 } })
local b = mf.einsum("ij,ik->jk", y, mf.const { { 1, 2 }, { 3, 4 }, { 5, 0 } })
local c = mf.einsum("ij,ik->jk", y, mf.const { { 1, 2 }, { 3, 4 }, { 5, -0.0 } })
return mf.program {
  name = "const_once",
  funcs = {
    first = mf.func { inputs = { x }, outputs = { a:as "a" } },
    second = mf.func { inputs = { y }, outputs = { b:as "b" } },
    third = mf.func { inputs = { y }, outputs = { c:as "c" } },
  },
}
