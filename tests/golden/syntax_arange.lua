local mf = require "mfc"
local x = mf.input("x", { 3, 4 })
local y = mf.scan{function(h)
  return h / 2
end, x, mf.arange(7))
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { y } } } }
