-- cross_entropy.lua - softmax and cross-entropy of [R, C], forward and backward, the
-- gradient of the logits written out; -D R=64 -D C=10 for other shapes.

local mf = require "mfc"

local R, C = mf.dim("R", 768), mf.dim("C", 65)
local logits = mf.input("logits", { R, C })
local label = mf.input("label", { R }, "i32")
local loss = mf.loss.cross_entropy(logits, label)

return mf.program {
    name = "cross_entropy",
    funcs = {
        both = mf.func { inputs = { logits, label },
                         outputs = { loss:as "loss", mf.grad(loss, logits):as "dlogits" } },
    },
}
