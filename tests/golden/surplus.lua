-- Arguments that a function would not look at mean something else elsewhere.
local mf = require "mfc"
local x = mf.input("x", { 2, 3, 4 })
local a = x:log(2)                                  -- the base
local b = x:flatten(2, 3, 4)                        -- another axis
local c = x:flip(1, 2)                              -- two axes
local d = mf.sigmoid(x, x)
local e = x:gelu "tanh"                             -- the approximation
local f = x:exp(nil)                                -- nothing
local g = mf.nn.Linear(4, 5)(x, x)                  -- layers are functions like others
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { a, b, c, d, e, f, g } } } }
