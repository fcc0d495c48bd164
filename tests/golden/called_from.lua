-- Where a mistake is in a function of the script, the calls that led there are named.
local mf = require "mfc"
local nn = mf.nn
local x = mf.input("x", { 3, 4 })
local function layer(v, width)
  return v:mm(mf.param("W" .. width, { 4, width }))
end
local function block(v, width)
  return layer(v, width):tanh()
end
local first = block(x, 4)
local second = block(first:slice(2, 1, 3), 5)
local stack = nn.Sequential { nn.Linear(5, 5), function(v) return v + mf.ones { 7 } end }
local third = stack(mf.ones { 3, 5 })
local frozen = mf.param("frozen", { 2 }, mf.init.zeros() { trainable = false })
local _, turns = mf.scan(function(h, v)
  return h + v:mm(h), h
end, mf.zeros { 4 }, x)
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { second } } } }
