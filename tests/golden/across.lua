-- What is work and is read along another axis than its rows is made along its rows first.
local mf = require "mfc"
local x = mf.input("x", { 2, 24, 40 })
return mf.program { name = "across", funcs = {
  f = mf.func { inputs = { x }, outputs = { x:gelu():transpose(2, 3):max(3):as "most",
                                            x:abs():transpose(2, 3):max(3):as "large" } } } }
