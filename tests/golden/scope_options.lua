-- What a scope and mf.inference want, and a state that its script calls trained.
local mf = require "mfc"
local B = mf.dim("B", 4)
local x = mf.input("x", { B, 3 })
mf.scope("a", function() end, { trainable = 0 })
mf.scope("b", function() end, { frozen = true })
mf.inference(mf.nn.Dropout(0.5)(x))
local layer
mf.scope("c", function() layer = mf.nn.Linear(3, 3) end, { trainable = false })
local open = mf.nn.Linear(3, 3)
mf.update(layer.weight, open.weight)
mf.update(open.weight, layer.weight)
layer.params(x)
return mf.program { train = mf.train { loss = open(layer(x)):mean(), params = layer:params(), optimizer = mf.optim.SGD { lr = 0.1 } } }
