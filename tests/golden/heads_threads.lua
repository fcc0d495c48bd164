-- options: --threads
-- Threads divide heads, turn by turn, in the kernel that does all of a head.
-- expect: kernels 1
local mf = require "mfc"
local q = mf.input("q", { 8, 4, 48, 24 })
local k = mf.input("k", { 8, 4, 48, 24 })
local v = mf.input("v", { 8, 4, 48, 24 })
local p = mf.softmax(mf.einsum("bhtd,bhsd->bhts", q, k) * 0.2)
local y = mf.einsum("bhts,bhsd->bhtd", p, v)

return mf.program {
    funcs = { attend = mf.func { inputs = { q, k, v }, outputs = { y:as "y", p:as "p" } } },
}
