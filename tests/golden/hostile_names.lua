-- Names that try to leave comments and strings of the C: they come out harmless.
local mf = require "mfc"
local B = mf.dim("*/ B", 3)
local x = mf.input("x */ int evil; /*", { B, 2 })
local W = mf.param("restrict", { 2, 2 }, mf.init.normal())
local V = mf.param('"); system("true', { 2, 2 }, mf.init.normal())
local U = mf.param("%s%n\\", { 2 })
local P = mf.param("für_π", { 2 })
local y = (x:mm(W):as "main" + U):tanh():as "int":mm(V):as "??/" * P
return mf.program { name = "*/names",
    funcs = { ["for"] = mf.func { inputs = { x }, outputs = { y:as "tail\\" } } } }
