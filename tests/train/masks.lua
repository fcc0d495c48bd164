-- masks.lua - values read behind conditions, in rows of 6, 12 and 16 elements: what a
-- relu lets through, a window's edge in front of channels, parts put together.
local mf = require "mfc"
local rows = require "rows"

local B = mf.dim("B", 8)
local x, y = mf.input("x", { B, 96 }), mf.input("y", { B }, "i32")
local planes = mf.nn.Linear(96, 96)(x):relu()

local a = planes:reshape { B, 6, 16 }
local before = mf.pad(a, { { 0, 0 }, { 1, 0 }, { 0, 0 } }):slice(2, 1, 6)
local b = planes:reshape { B, 8, 12 }
local after = mf.pad(b, { { 0, 0 }, { 0, 1 }, { 0, 0 } }):slice(2, 2, 9)
local w = mf.param("w", { 12 }, mf.init.normal { std = 1 })
local kept = mf.where(after:gt(b):logical_and(w:gt(0)), after * w, b)
local both = mf.concat({ mf.where(a:gt(before), before, -a):reshape { B, 16, 6 },
    kept:reshape { B, 16, 6 } }, 3)
local out = mf.nn.Linear(192, 3)(both:relu():reshape { B, 192 })

return mf.program {
    name = "masks",
    data = mf.data.inline { x = rows.real(32, 96, 3), y = rows.class(32, 3, 4) },
    train = mf.train { loss = mf.loss.cross_entropy(out, y), optimizer = mf.optim.SGD { lr = 0.05 },
                       epochs = 5, seed = 6 },
    funcs = { f = mf.func { inputs = { x }, outputs = { out:as "out" } } },
}
