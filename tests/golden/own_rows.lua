local mf = require "mfc"

-- The place of the largest of the rows that a segment has, each of which is looked at
-- once; ids that are those of no row are passed by.
local x = mf.input("x", { 2, 9, 3 })
local ids = mf.input("ids", { 2, 9 }, "i32")
local z = mf.input("z", { 9 })
local row = mf.input("row", { 9 }, "i32")
local least = mf.segment_min(x, ids, 4)
local mine = mf.arange(5):unsqueeze(2):eq(row:unsqueeze(1) - 1)
local place = mf.where(mine, z:unsqueeze(1), -math.huge):argmax(2)

return mf.program {
  name = "own_rows",
  funcs = { best = mf.func { inputs = { x, ids, z, row }, outputs = { least:as "least", place:as "place" } } },
}
