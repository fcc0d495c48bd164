-- Sums of a few neighbours are expressions, in the order of the tree of lanes.
local mf = require "mfc"
local pair = mf.input("pair", { 30, 2 })
local five = mf.input("five", { 30, 5 })
return mf.program {
  funcs = { f = mf.func { inputs = { pair, five }, outputs = { pair:norm(2):as "length", five:sum(2):as "total" } } },
}
