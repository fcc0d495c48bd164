-- What is no number: a layer that was not called, what math does not have, a letter that
-- comes twice; a name that is wrong once is no name to come back to.
local mf = require "mfc"
local B = mf.dim("B", 4)
local x = mf.input("x", { B, 3 })
local layer = mf.nn.Linear(3, 3)
local a = x + layer
local b = x * math.inf
local c = mf.einsum("bi->bbi", x)
local d = math.max(lenght, 1)
local e = x * lenghts
local f = mf.checkpoint(layer, x)
local q, r = mf.qr(x)
local gone = mf.params(layer)
local rows = mf.data.csv { "series.csv", x = { columns = "1:3", window = 24 } }
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x } } } }
