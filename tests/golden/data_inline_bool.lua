local mf = require "mfc"
local B = mf.dim("B", 2)
local x = mf.input("x", { B, 2 })
local on = mf.input("on", { B }, "bool")
local y = mf.where(on:unsqueeze(2), x, 0):sum()
local function program(x_rows, on_rows)
  return mf.program { data = mf.data.inline { x = x_rows, on = on_rows },
                      funcs = { f = mf.func { inputs = { x, on }, outputs = { y } } } }
end
program({ { 1, 2 }, { 3, 4 } }, { true, false })
program({ { 1, 2 }, { 3, 4 } }, { 1, 0 })
program({ { 1, 2 }, { 3, 4 } }, { true, 2 })
program({ { true, false }, { true, true } }, { 1, 0 })
mf.const { 1, 2, last = 3 }
