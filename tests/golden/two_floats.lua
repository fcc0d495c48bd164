-- Rows of floats and of doubles that one loop fills: neither gets longer, for a vector
-- leaves another rest of each.
local mf = require "mfc"
local x = mf.input("x", { 16, 11 })
local function part(v)
  return (v / v:sum(2, { keep = true })):cast "f64"
end
local e = x:exp()
local wide = x:cast("f64"):exp()
return mf.program { name = "two_floats", funcs = { f = mf.func { inputs = { x }, outputs = {
  (part(e) * part(e:cast("f64"):sin())):as "narrow_first",
  (part(wide) * part(wide:cast("f32"):cos())):as "wide_first" } } } }
