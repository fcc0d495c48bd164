-- An axis of 1 has no letter: rows of x by one number each, and one row by many numbers.
local mf = require "mfc"
local B = mf.dim("B", 3)
local x, ids = mf.input("x", { B, 4, 5 }), mf.input("ids", { B }, "i32")
local table_ = mf.param("table", { 1, 9 })
local rows = x:take_along(ids:reshape { B, 1, 1 }, 2)
local one = table_:take_along(ids:unsqueeze(2), 2)
return mf.program {
  funcs = { f = mf.func { inputs = { x, ids }, outputs = { rows:as "rows", one:as "one" } } },
}
