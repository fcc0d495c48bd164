-- What the runtime is told of a model: tensors of every role, functions with and without a
-- batch, scalars among their arguments, the bound of an index, a metric that is made of
-- sums behind one that is not, and the options of a training.
local mf = require "mfc"
local B = mf.dim("B", 4)
local x, y = mf.input("x", { B, 2 }), mf.input("y", { B })
local id, a, b = mf.input("id", { B }, "i32"), mf.input("a", {}), mf.input("b", {}, "f64")
local level = mf.param("level", { 5, 1 })
local norm = mf.nn.BatchNorm(2)
local out = level:gather(id):squeeze(2) + x:select(2, 1)
local off = (out - y):abs()
return mf.program {
  name = "tables",
  data = mf.data.csv { "t.csv", x = { columns = "1:2" }, y = { columns = "y" }, id = { columns = "id" },
                       split = { train = 0.8, valid = 0.2 } },
  train = mf.train { loss = off:mean(),
                     optimizer = mf.optim.SGD { lr = mf.optim.linear { from = 0.1 }, momentum = 0.9 },
                     metrics = { near = off:lt(1):cast("f32"):mean(), rmse = off:square():mean():sqrt() },
                     epochs = 3, shuffle = "replacement", seed = 1, accumulate = 2,
                     valid = { split = "valid", every = "2 epochs", batches = 3 },
                     early_stop = { metric = "near", patience = 5 }, checkpoint = { every = 10, keep = 4 } },
  funcs = { rows = mf.func { inputs = { x, id }, outputs = { out:as "out" } },
            scaled = mf.func { inputs = { a, x, b }, outputs = { (norm(x) * (a + b:cast("f32"))):as "z" } },
            sum = mf.func { inputs = { x, id }, outputs = { out:sum():as "sum" } } },
}
