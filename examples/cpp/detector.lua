-- detector.lua: how likely it is that the forecast was wrong for a reason, from its
-- last four errors.
local mf = require "mfc"
local layers = require "layers"

local B = mf.dim("B", 1)
local errors = mf.input("errors", { B, 4 })
local alarm = mf.input("alarm", { B, 1 })
local logit = layers.dense(4, 6, 1)(errors)

return mf.program {
  name = "detector",
  train = mf.train { loss = mf.loss.bce_logits(logit, alarm),
                     optimizer = mf.optim.Adam { lr = 0.02 }, steps = 1 },
  funcs = { judge = mf.func { inputs = { errors }, outputs = { logit:sigmoid():as "p" } } },
}
