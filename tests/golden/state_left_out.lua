local mf = require "mfc"
local x = mf.input("x", { 10, 13 })
local W = mf.param("W", { 13, 4 })
local opt = mf.optim.custom { lr = 0.1, state = { "m", "v" }, update = function(p, g, s, o)
  local m = 0.9 * s.m + g
  return p - o.lr * m, { m = m }
end }
return mf.program { train = mf.train { loss = x:mm(W):sum(), optimizer = opt, steps = 1 } }
