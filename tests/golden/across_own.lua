-- What a view keeps is read across there: it needs no array of its own along its rows.
local mf = require "mfc"
local x = mf.input("x", { 48, 40 })
local rows = x:gelu():reshape(2, 24, 40):as "rows"
return mf.program { name = "across_own", funcs = {
  f = mf.func { inputs = { x }, outputs = { rows, rows:transpose(2, 3):max(3):as "most" } } } }
