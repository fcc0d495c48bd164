local mf = require "mfc"
local B = mf.dim("B", 4)
local x = mf.input("x", { B, 3 })
local t = mf.input("t", { B }, "i32")
local W = mf.param("W", { 3, 2 }, mf.init.normal())
local out = x:mm(W)
local d = mf.data.xml { "a.xml" }
