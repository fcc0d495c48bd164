-- What NumPy and PyTorch do with & and | on masks.
local mf = require "mfc"
local a, b = mf.input("a", { 3 }, "bool"), mf.input("b", { 3 }, "bool")
local both = a & b
local either = a | b
local one = a ~ b
local none = ~(a | b)
return mf.program { funcs = { f = mf.func { inputs = { a, b }, outputs = { both, either, one, none } } } }
