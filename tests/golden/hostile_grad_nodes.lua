local mf = require "mfc"
local x = mf.input("x", { 3 })
local y = x:sin()
local g = mf.grad(y:sum(), x)
for i = 1, 100 do g = mf.grad((g * y):sum(), x) end
