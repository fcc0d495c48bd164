-- What is meant is looked for in the file that the line is in.
local mf = require "mfc"
local later = mf.input("x", { 3, 4 })
local y = require "parts.misspelt"(later)
return mf.program { funcs = { f = mf.func { inputs = { later }, outputs = { y } } } }
