-- layer:params() sees what plain functions hold, each once, and no states; frozen ones too.
local mf = require "mfc"
local nn = mf.nn
local B = mf.dim("B", 4)
local x, y = mf.input("x", { B, 6 }), mf.input("y", { B, 2 })
local extra = mf.param("extra", { 6 })
local state = mf.param("state", { 6 }, mf.init.zeros(), { trainable = false })
local function gated(i, o)
  local a, g = nn.Linear(i, o), nn.Linear(i, o)
  return function(v) return a(v) * g(v):sigmoid() end
end
local parts = { nn.Linear(6, 6, { bias = false }), more = { nn.LayerNorm(6) } }
local function held(v) return parts.more[1](parts[1](v)) + extra + state end
local back = mf.scope("back", function()
  local raw = mf.param("raw", { 6 })
  return nn.Sequential { nn.Linear(6, 6), nn.BatchNorm(6), function(v) return v * raw end, nn.Dropout(0.5) }
end, { trainable = false })
local head = nn.Sequential { gated(6, 6), held, nn.Residual(held), nn.Linear(6, 2) }
local function names(layer)
  local list = {}
  for i, p in ipairs(layer:params()) do list[i] = p.name end
  return table.concat(list, " ")
end
assert(names(head) == "linear2.weight linear2.bias linear3.weight linear3.bias linear1.weight "
  .. "layernorm1.weight layernorm1.bias extra linear4.weight linear4.bias", names(head))
assert(names(back) == "back.linear1.weight back.linear1.bias back.batchnorm1.weight "
  .. "back.batchnorm1.bias back.raw", names(back))
local out = head(mf.inference(function() return back(x) end))
return mf.program { train = mf.train { loss = mf.loss.mse(out, y), optimizer = mf.optim.SGD { lr = 0.1 } } }
