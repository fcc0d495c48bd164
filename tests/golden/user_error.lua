local mf = require "mfc"
local B = mf.dim("B", 10)
local x = mf.input("x", { B, 13 })
local W = mf.param("W", { 13, 4 })
local function layer(n)
  if n ~= 13 then error("n must be 13", 2) end
end
layer(12)
local y = x
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { y } } } }
