-- What comes from the habits of PyTorch, NumPy and Keras, and what is meant.
local mf = require "mfc"
local nn = mf.nn
local B = mf.dim("B", 4)
local x, ids = mf.input("x", { B, 13 }), mf.input("ids", { B }, "i32")
local model = nn.Linear(13, 4)
local a = mf.optim.Adam(model:params(), { lr = 1e-3 })
local b = mf.optim.SGD(model)
local c = nn.LSTM(13, 4, { batch_first = true, bidirectional = true })
local d = nn.Embedding(9, 4, { padding_idx = 0 })
local e = x:softmax { dim = 1 }
local f = x:var(1, { unbiased = false })
local g = x:expand { 4, 4, 13 }
local h = x:clamp { min = 0 }
local i = mf.arange(1, 10)
local j = mf.param("w", { 3 }, { trainable = false })
local k = ids // 0
local l = ids % 2.5
local m = x:gt(0) // 2
local n = x:split({ 4, 9 }, 2)
local o = x:gather(2, ids)
local p = 2 * mf.step
return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = { x } } } }
