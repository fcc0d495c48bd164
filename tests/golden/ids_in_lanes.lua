-- Lanes that have no id read none: one condition for all that the id is made of.
local mf = require "mfc"
local y = mf.input("y", { 3, 6 }, "i32")
local moves = mf.input("moves", { 16 })
local pairs_of_y = y:slice(2, 1, 5) * 4 + y:slice(2, 2, 6)

return mf.program {
    funcs = { score = mf.func { inputs = { y, moves },
        outputs = { moves:gather(pairs_of_y):sum(2):as "score" } } },
}
