-- What takes logits is given probabilities, as Keras does by default.
local mf = require "mfc"
local nn = mf.nn
local B = mf.dim("B", 10)
local x, label = mf.input("x", { B, 13 }), mf.input("label", { B }, "i32")
local model = nn.Sequential { nn.Linear(13, 4), nn.Softmax() }
local p = model(x)
local loss = mf.loss.cross_entropy(p, label)
local one = mf.loss.bce_logits(nn.Linear(13, 1)(x):sigmoid(), mf.ones { B, 1 })
-- These are as they should be.
local two = mf.loss.nll(mf.log(p), label) + mf.loss.cross_entropy(nn.Linear(13, 4)(x), label)
local three = mf.loss.bce(x:sigmoid(), x) + mf.loss.cross_entropy(p:log(), label)
return mf.program {
  train = mf.train { loss = loss + one + two + three, optimizer = mf.optim.SGD { lr = 0.1 } },
  funcs = { f = mf.func { inputs = { x }, outputs = { p:as "p" }, dims = { B = 1 } } },
}
