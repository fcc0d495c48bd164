-- expect-error: w is [3,2] but its initial value is
local mf = require "mfc"
local w = mf.param("w", { 3, 2 }, mf.const { { 1, 2, 3 }, { 4, 5, 6 } })
return mf.program { funcs = { f = mf.func { inputs = {}, outputs = { w * 2 } } } }
