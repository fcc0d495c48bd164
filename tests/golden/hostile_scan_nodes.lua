local mf = require "mfc"
local x = mf.input("x", { 3, 3 })
local function add(c, v)
  for i = 1, 5000 do c = c + v end
  return c
end
local y = mf.zeros { 3 }
while true do y = mf.scan(add, y, x) end
