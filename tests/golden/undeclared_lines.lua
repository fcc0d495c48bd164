-- What is not code declares nothing; of several declarations the nearest line is named.
local mf = require "mfc"
local x = mf.input("x", { 3, 4 })
--[[ local weight,
     on two lines ]]
local text = [==[ a ]== local inside ]==] .. "a \" local quoted "
local f = function(weight) return weight * 2 end
local function once(v)
  local part = v + 1
  return part + last
end
local function again(v)
  local part = v + 2
  return part
end
local last = 1
local function more(v)
  local last = v
  return last
end
if not mf then function tool(v) return v end end
local xy, abc = 1, 2
local a1 = weight + part
local a2 = inside + quoted
local a3 = tool
local a4 = xyz + ab
local a5 = once(x)
local pending
pending = 2
local b1 <const>, b2 = 1
local b3, b4 = a5[1]
local b5, b6 = type "x"
return mf.program { funcs = { y = mf.func { inputs = { x }, outputs = { x } } } }
