-- Lua cannot see that these are tensors; the lint of mfc check can.
local mf = require "mfc"
local x = mf.input("x", { 3 })
local positive = x:gt(0)
local y = x
if positive then y = x + 1 end
if not positive then y = x + 2 end
if x == 3 then y = x + 3 end
if x:gt(0) then y = x + 4 end
if (not mf.lt(x, 1)) then y = x + 5 end
while (x:sum() == 0) do y = x + 6 end
local z = x * 2
if x.rank == 1 and (z) ~= nil then y = x + 7 end
if (z:exp()) then y = x + 8 end
local known = x.shape[1] == 3
if known and x.dtype == "f32" then y = x + 9 end
local none = not z
local both = z and y
local any = mf.gt(z, 0) or positive
local either = known and z or y
local p, q, r = x:relu(), -x, known
if p and r then y = y * 2 end
if not q then y = y * 3 end
if r then y = y * 4 end
local q = q:exp()
if not q then y = y * 5 end
local B = mf.dim("B", 4)
local T = B
if B == 4 then y = y * 6 end
if 4 ~= T then y = y * 7 end
if B == T and B.value == 4 and T > 3 then y = y * 8 end
local function f(positive) if positive then return 1 end return 2 end
local v = mf.input("v", { B, 4 })
if v.shape[1] == 4 then y = y * 9 end
if v.shape[2] == 4 and 4 ~= v.shape[1] then y = y * 10 end
local n, m = v.shape[1], v.shape[2]
local rows = v.shape[1]
for i = 1, v.rank do if v.shape[i] == 4 then y = y * 11 end end
if rows == 4 or m == 4 then y = y * 12 end
if v.shape[1] == B and v.shape[1].value == 4 and v.shape[1] > 3 then y = y * 13 end
-- What layers give is known from the run.
local layer = mf.nn.Linear(3, 3)
local h = mf.nn.Sequential {
  layer, mf.nn.ReLU() }(x)
if h == 0 then y = y * 14 end
local function twice(t, more) local u = layer(t) if more == nil then t = u * 1 end if u == 0 then return t end return u * 2 end
local a, b = twice(h), twice(h, h)
if a ~= nil and b == 1 then y = y * 15 end
local outs, state = mf.nn.GRU(4, 4)(v:unsqueeze(2))
if not state then y = y * 16 end
local perhaps = known and layer(x) or nil
if perhaps then y = y * 17 end
local same = layer(x) == 0
if same then y = y * 18 end
return mf.program { name = "t", funcs = { f = mf.func { inputs = { x }, outputs = { (y * f(true)):as "y" } } } }
