-- Functions named as the compiler's own entries, as words of C, as what the file
-- says of them to the runtime; and words of C++ in the header.
local mf = require "mfc"
local x = mf.input("x", { 2 })
local p = mf.param("static_assert", { 2 })
local y = (x * p):as "-Y"
local s = x:cumsum(1):softmax():as "s" -- needs work memory
local function f() return mf.func { inputs = { x }, outputs = { y } } end
return mf.program {
  name = "call",
  train = mf.train { loss = y:sum(), optimizer = mf.optim.SGD { lr = 0.1 }, steps = 1 },
  funcs = { init = f(), step = f(), eval = f(), tensors = f(), int = f(), net = f(), ["1f"] = f(),
            short = mf.func { inputs = { x }, outputs = { s } } },
}
