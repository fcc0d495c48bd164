-- Functions of all elements of an image of 7 x 7 are one loop; the sum has its lanes row by
-- row.
local mf = require "mfc"
local x, w = mf.input("x", { 4, 6, 7, 7 }), mf.param("w", { 6 })
local y = x:sigmoid() * w:reshape { 6, 1, 1 }
return mf.program {
  funcs = { f = mf.func { inputs = { x }, outputs = { y:tanh():as "y", y:sum():as "total" } } },
}
