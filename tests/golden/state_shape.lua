local mf = require "mfc"
local x = mf.input("x", { 10, 13 })
local W = mf.param("W", { 13, 4 })
local function train(state, new)
  return mf.train { loss = x:mm(W):sum(), steps = 1, optimizer = mf.optim.custom {
    lr = 0.1, state = state, update = function(p, g) return p - g, { row = new(g) } end } }
end
local row = function(p) return { p.shape[1] } end
return mf.program { train = {
  a = train({ row = row }, function(g) return g end),
  b = train({ row = row }, function(g) return g:sum(2) end),
} }
