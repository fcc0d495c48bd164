local mf = require "mfc"

-- An angle with no number beside it is none, even where the other one is 0 or infinite.
local nan = 0 / 0
local function angle(y, x)
  return mf.atan2(mf.full({ 1 }, y), mf.full({ 1 }, x))
end
local w = mf.input("w", { 1 })
local none = mf.concat({ angle(nan, 0), angle(0, nan), angle(nan, math.huge), angle(math.huge, nan) }, 1)
local some = mf.concat({ angle(0, 0), angle(math.huge, math.huge), angle(math.huge, -math.huge), angle(-1, 0) }, 1)

return mf.program {
  name = "atan2_nan",
  funcs = { angles = mf.func { inputs = { w }, outputs = { none:as "none", some:as "some", w:as "same" } } },
}
