-- What mf.update keeps is a parameter that is not trained.
local mf = require "mfc"
local x = mf.input("x", { 3 })
local W = mf.param("W", { 3 })
local u = mf.param("u", { 3 }, mf.init.ones(), { trainable = false })
mf.update(W, 2 * W)
mf.update(x, u)
mf.update(u, mf.ones { 4 })
mf.scan(function(c, v) mf.update(u, c) return c + v end, u, mf.ones { 5, 3 })
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x * u } } } }
