local mf = require "mfc"
local y = mf.const { { 1, 2 }, 3 }
return mf.program { funcs = { f = mf.func { inputs = {}, outputs = { y } } } }
