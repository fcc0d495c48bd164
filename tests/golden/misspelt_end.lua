local mf = require "mfc"
local x = mf.input("x", { 3, 4 })
local h = x
for i = 1, 3 do
  h = h:tanh()
edn
local y = h + 1
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { y } } } }
