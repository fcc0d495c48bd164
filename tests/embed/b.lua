-- The other one: other numbers under the same names.
local mf = require "mfc"
local x = mf.input("x", { 3, 2 })
local ids = mf.input("class", { 4 }, "i32")
local W = mf.param("W", { 2, 5 }, mf.init.normal())
local h = x:mm(W):exp():as "new"
return mf.program {
  name = "b",
  funcs = { predict = mf.func { inputs = { x, ids }, outputs = { h, mf.gather(h, ids):as "rows" } } },
}
