-- The exponentials of a row of logits have one place for all rows, where a sequence has
-- several of them too.
-- expect: work 12000
local mf = require "mfc"
local logits = mf.input("logits", { 4, 32, 3000 })
local label = mf.input("label", { 4, 32 }, "i32")
local loss = mf.loss.cross_entropy(logits, label)

return mf.program {
    funcs = {
        both = mf.func { inputs = { logits, label },
                         outputs = { loss:as "loss", mf.grad(loss, logits):as "dlogits" } },
    },
}
