-- Elementary functions along short rows: unrolled where there are many rows to make vectors
-- of, in an array of their own and as parts of a longer one; not where there are few.
local mf = require "mfc"
local many, few = mf.input("many", { 40, 3 }), mf.input("few", { 5, 3 })
return mf.program {
    funcs = {
        across = mf.func { inputs = { many }, outputs = { many:sin():as "sine" } },
        apart = mf.func { inputs = { many }, outputs = { mf.concat({ many, many:tanh() }, 2):as "both" } },
        along = mf.func { inputs = { few }, outputs = { few:exp():as "power" } },
    },
}
