-- Labels that are not to count, chosen in the script, where nobody says so.
local mf = require "mfc"
local B = mf.dim("B", 10)
local x, seen = mf.input("x", { B, 13 }), mf.input("seen", { B }, "bool")
local label, tokens = mf.input("label", { B }, "i32"), mf.input("tokens", { B, 13 }, "i32")
local scores = mf.nn.Linear(13, 4)(x)
local some = mf.where(seen, label, -100)
local one = mf.loss.cross_entropy(scores, some)
local moved = mf.concat({ tokens:slice(2, 2, -1), mf.full({ B, 1 }, -1, "i32") }, 2)
local two = mf.loss.nll(mf.nn.Embedding(9, 9)(tokens):log_softmax(), moved:reshape { B, 13 })
-- These are as they should be.
local three = mf.loss.cross_entropy(scores, some, { ignore_index = -100 })
local four = mf.loss.cross_entropy(scores, mf.where(seen, label, 0))
return mf.program {
  train = mf.train { loss = one + two + three + four, optimizer = mf.optim.SGD { lr = 0.1 } },
}
