-- A dim beside a number that a local holds; no warning where nothing is sure.
local mf = require "mfc"
local B = mf.dim("B", 4)
local x = mf.input("x", { B, 3 })
local n = 4
if B == n then end
local b, c = x.shape[1], x.shape[2]
if b == 4 then end
if c == 3 then end
local d, e = table.unpack(x.shape)
if d == 4 then end
if e == 3 then end
assert(not (n == d))
local k = n
if d ~= k then end
local ok = b == d
if b == n + 0 then end
local y = n == 4
local p, q = 4, 5
if B == q then end
for n = 1, 3 do if B == n then end end
n = "four"
if B == n then end
local function f(q) return B == q end
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x } } } }
