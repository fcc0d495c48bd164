local mf = require "mfc"
local x = mf.input("x", { 4, 13 })
local data = mf.data.csv { "a.csv" x = { columns = "1:13" } }
