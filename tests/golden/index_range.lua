-- Ids that the program computes stay inside the table; those of an input were checked
-- when it was read, and argmax knows its range.
local mf = require "mfc"
local ids = mf.input("ids", { 4 }, "i32")
local T = mf.param("T", { 5, 2 })
local plain = mf.gather(T, ids:flip(1))
local moved = mf.gather(T, ids + 1)
local best = mf.gather(T, T:argmax(1))
local kept = mf.gather(T, (ids * 2):maximum(1):minimum(3))
return mf.program {
  name = "index_range",
  funcs = { f = mf.func { inputs = { ids }, outputs = { plain, moved, best, kept } } },
}
