-- Every operator that a function can hold, small, with the batch open wherever it may be.
local mf = require "mfc"
local B = mf.dim("B", 3)
local x = mf.input("x", { B, 4 })
local y = mf.input("y", { B, 4 })
local n = mf.input("n", { B, 4 }, "i32")
local m = mf.input("m", { B, 4 }, "i32")
local p = mf.input("p", { B, 4 }, "bool")
local q = mf.input("q", { B, 4 }, "bool")
local ids = mf.input("ids", { B, 2 }, "i32")
local seq = mf.input("seq", { B, 5, 3 })
local image = mf.input("image", { B, 4, 7, 6 })
local W = mf.param("W", { 4, 5 }, mf.init.normal { std = 0.3 })
local table_ = mf.param("table", { 6, 3 }, mf.init.normal { std = 0.3 })
local positive, above = x:abs() + 0.1, x:abs() + 1.5

local function func(inputs, outputs)
  local list = {}
  for i, o in ipairs(outputs) do list[i] = o end
  for name, o in pairs(outputs) do
    if type(name) == "string" then list[#list + 1] = o:as(name) end
  end
  return mf.func { inputs = inputs, outputs = list }
end

local funcs = {}

-- ---- element by element ----
funcs.scalars = func({ x, y }, {
  neg = -x, add = x + y, sub = x - y, mul = x * y, div = x / above, pow = positive ^ y,
  square = x ^ 2, maximum = x:maximum(y), minimum = x:minimum(y), abs = x:abs(),
  sign = x:sign(), floor = (3 * x):floor(), ceil = (3 * x):ceil(),
  round = mf.round(mf.const { 0.5, 1.5, 2.5, -0.5 } + 0 * x), sqrt = positive:sqrt(),
  exp = x:exp(), expm1 = (1e-4 * x):expm1(), expm1_large = (20 * x):expm1(),
  log = positive:log(), log1p = (1e-4 * x):log1p(), log1p_large = positive:log1p(),
  sin = (3 * x):sin(), cos = (3 * x):cos(), atan = (3 * x):atan(), tanh = x:tanh(),
  erf = x:erf(),
  sigmoid = x:sigmoid(), softplus = (30 * x):softplus(), relu = x:relu(), elu = x:elu(),
  gelu = x:gelu(), gelu_tanh = x:gelu_tanh(), silu = x:silu(), clamp = x:clamp(-0.5, 0.5),
  leaky_relu = x:leaky_relu(0.1), hardtanh = (2 * x):hardtanh(),
})
funcs.compared = func({ x, y, p, q }, {
  lt = x:lt(y), le = x:le(y), gt = x:gt(y), ge = x:ge(y), eq = x:eq(x:relu()),
  ne = x:ne(x:relu()), both = p:logical_and(q), either = p:logical_or(q),
  negated = p:logical_not(), chosen = mf.where(p, x, y), of_bools = mf.where(p, q, x:lt(y)),
  same = p:eq(q), ["other bool"] = p:ne(q),
})
funcs.integers = func({ n, m }, {
  neg = -n, add = n + m, sub = n - m, mul = n * m, maximum = n:maximum(m),
  minimum = n:minimum(m), abs = (n - m):abs(), sign = (n - m):sign(), relu = (n - m):relu(),
  lt = n:lt(m), eq = n:eq(m), chosen = mf.where(n:lt(m), n, m), sum = n:sum(2),
  max = n:max(2), prod = (n + 1):prod(2), cumsum = n:cumsum(2), argmax = n:argmax(1),
  cast = n:cast "f32", truth = n:cast "bool",
})
funcs.casts = func({ x, p }, {
  whole = (5 * x):cast "i32", truth = x:relu():cast "bool", number = p:cast "f32",
  count = p:cast "i32", double = x:cast "f64", stopped = x:stop_gradient(),
})

-- ---- copies that are never made, or late ----
funcs.copies = func({ x, y }, {
  row = mf.const { 1, 2, 3, 4 } * mf.const { 4, 3, 2, 1 } + x:sum(1),
  column = x:sum(2, { keep = true }):broadcast { B, 4 },
  rows = x:sum(1):broadcast { B, 4 },
  outer = x:sum(2):unsqueeze(2) * x:sum(1):unsqueeze(1),
  filled = mf.full({ B, 4 }, 2.5), late = (x:sum(1):broadcast { B, 4 } * 2):exp(),
  numbers = mf.arange(4):cast "f32" + 0 * x:sum(1),
  twice = x:expand(1, 2):expand(3, 2),
  summed = x:expand(2, 3):sum({ 2, 3 }),
  turned = (x:sum(1) * 2):broadcast { B, 4 }:T(),
  mask = mf.where(mf.causal_mask(4), y:select(1, 1), 0),
})

-- ---- reductions ----
funcs.reduced = func({ x, seq }, {
  sum = x:sum(), rows = x:sum(1), two = seq:sum { 1, 3 }, kept = x:sum(2, { keep = true }),
  mean = x:mean(2), max = x:max(2), min = x:min(1), top = x:max(), argmax = x:argmax(2),
  argmin = x:argmin(1), place = x:argmax(), prod = x:prod(2), cumsum = x:cumsum(2),
  reverse = seq:cumsum(2, { reverse = true }), softmax = x:softmax(), var = x:var(2),
  std = x:std(2), log_softmax = x:log_softmax(), logsumexp = x:logsumexp(2), norm = x:norm(2),
})

-- ---- movement ----
funcs.moved = func({ x, y, seq, p }, {
  permuted = seq:permute { 3, 1, 2 }, turned = x:T(), flat = seq:flatten(1),
  merged = seq:reshape { -1, 3 }, cut = x:reshape { B, 2, 2 }, flipped = x:flip(2),
  slice = seq:slice(2, 2, 4), stepped = seq:slice(2, 1, -1, 2), picked = seq:select(2, 3),
  backwards = seq:flip(2):slice(2, 1, -1, 2), padded = x:pad({ { 0, 0 }, { 1, 2 } }, 7),
  filled = p:pad { { 0, 0 }, { 1, 0 } }, concat = mf.concat({ x, y }, 2),
  stacked = mf.stack({ x, y }, 1), rows = mf.concat({ x, y }, 1), squeezed = x:unsqueeze(2):squeeze(2),
  rolled = seq:roll(2, 2):roll(-1, 3), best = x:topk(3), places = select(2, seq:topk(2, 2)),
  spread = mf.grad(seq:slice(2, 1, -1, 2):square():sum(), seq),
})

-- ---- products ----
funcs.products = func({ x, y, seq, image }, {
  two_rows = mf.einsum("abcd,aed->abce", image, image:select(2, 1)),
  mm = x:mm(W), gram = x:mm(y:T()), batched = seq:matmul(seq:transpose(2, 3)),
  each = seq:matmul(table_:T()), outer = mf.outer(x:select(1, 1), y:select(1, 1)),
  dot = mf.dot(x:select(1, 1), y:select(1, 1)), scaled = mf.einsum("ab,cd->dacb", x, W),
  all = mf.einsum("ab,ab->", x, y), per_row = mf.einsum("ab,ab->a", x, y),
  number = mf.einsum(",ab->ba", x:sum(), y), three = mf.einsum("ab,bc,ac->b", x, W, x:mm(W)),
})

-- ---- windows ----
local K = mf.param("K", { 6, 4, 3, 2 }, mf.init.normal { std = 0.3 })
local G = mf.param("G", { 6, 2, 3, 3 }, mf.init.normal { std = 0.3 })
local T = mf.param("T", { 4, 5, 3, 2 }, mf.init.normal { std = 0.3 })
local TG = mf.param("TG", { 4, 3, 3, 3 }, mf.init.normal { std = 0.3 })
local L = mf.param("L", { 4, 3, 3 }, mf.init.normal { std = 0.3 })
local P = mf.param("P", { 2, 4, 2, 2 }, mf.init.normal { std = 0.3 })
local O = mf.param("O", { 5, 4, 1, 1 }, mf.init.normal { std = 0.3 })
local H = mf.param("H", { 5, 4, 3, 1 }, mf.init.normal { std = 0.3 })
local conv = image:conv2d(K, { pad = 1, stride = { 2, 1 } })
local signal = seq:transpose(2, 3)
local kernel_grad = mf.grad(conv:square():sum(), K)
funcs.windows = func({ image, seq }, {
  conv = conv, groups = image:conv2d(G, { groups = 2, pad = { 1, 2 }, dilation = { 2, 1 } }),
  wide = image:conv2d(K, { stride = 3 }), line = signal:conv1d(L, { pad = 2 }),
  patches = image:conv2d(P, { stride = 2 }), points = image:conv2d(O), tall = image:conv2d(H),
  transposed = image:conv_transpose2d(T, { stride = 2, pad = 1, output_pad = 1 }),
  transposed_groups = image:conv_transpose2d(TG, { stride = { 2, 3 }, groups = 2, dilation = 2 }),
  transposed_line = signal:conv_transpose1d(L:transpose(1, 2), { stride = 3, pad = 1 }),
  upsampled = image:upsample { 2, 3 }, longer = signal:upsample(2),
  max = image:max_pool2d(2), max_overlapping = image:max_pool2d(3, { stride = 2, pad = 1 }),
  mean = image:avg_pool2d({ 2, 3 }, { stride = 1, pad = 1 }),
  max_ceil = image:max_pool2d(3, { stride = 2, ceil_mode = true }),
  mean_inside = image:avg_pool2d(3, { stride = 2, pad = 1, ceil_mode = true, count_include_pad = false }),
  weight_gradient = kernel_grad, image_gradient = mf.grad(conv:square():sum(), image),
  second = mf.grad(kernel_grad:square():sum(), image),
  pool_gradient = mf.grad(image:max_pool2d(3, { stride = 2 }):square():sum(), image),
  f64 = (image:cast "f64"):conv2d(K:cast "f64"),
})

-- ---- numbers of rows ----
local own = mf.take_along(x, ids, 2)
funcs.indexed = func({ x, ids, seq }, {
  gather = mf.gather(table_, ids), take = own, one_hot = mf.one_hot(ids, 3),
  segments = mf.gather(table_, ids):segment_sum(ids, 4),
  along = mf.take_along(x, ids, 2), computed = mf.gather(table_, ids * 2 + 1),
  table_gradient = mf.grad(mf.gather(table_, ids):square():sum(), table_),
  take_gradient = mf.grad(own:square():sum(), x),
  deep = mf.take_along(seq, ids:unsqueeze(3):broadcast { B, 2, 3 }, 2),
  rows_along = mf.take_along(seq, ids:unsqueeze(3), 2),
})

-- ---- loops ----
local U = mf.param("U", { 3, 4 }, mf.init.normal { std = 0.3 })
local V = mf.param("V", { 4, 4 }, mf.init.normal { std = 0.3 })
local last, outs = mf.scan(function(h, s)
  h = (s:mm(U) + h:mm(V)):tanh()
  return h, h
end, x, seq:transpose(1, 2))
local total = mf.scan(function(c, s) return { c[2], c[1] + s:sum(2) } end,
  { x:sum(2), y:sum(2) }, seq:transpose(1, 2))
local nested = mf.scan(function(c, s)
  return mf.scan(function(d, t) return d + t * s:sum() end, c, s:transpose(1, 2))
end, x:sum(2), seq:transpose(1, 2))
local cells, state = mf.nn.LSTM(3, 4)(seq)
local idle = mf.scan(function(c, s) return c * 1.5 end, x, seq:transpose(1, 2))
funcs.loops = func({ x, y, seq }, {
  idle = idle, idle_gradient = mf.grad(idle:square():sum(), x),
  last = last, outs = outs, first = total[1], second = total[2], nested = nested,
  start_gradient = mf.grad(outs:square():sum(), x), weight_gradient = mf.grad(last:sum(), V),
  cells = cells, state = state,
})

-- As many turns as there are rows.
local walk, steps = mf.scan(function(h, s)
  h = (s:unsqueeze(1):mm(V) + h):tanh()
  return h, h * s:sum()
end, mf.zeros { 1, 4 }, x)
funcs.turns = func({ x }, { walk = walk, steps = steps, gradient = mf.grad(steps:sum(), x) })

-- ---- names, and what is no node of its own ----
funcs.names = mf.func { inputs = { x, y }, outputs = { x, (x + 0):as "y z", W, (y * 2):as "x/y",
  y:as "again", mf.const({ 1, 2 }):as "constant" } }

funcs.unused = func({ x, y }, { twice = x * 2 })

-- ---- where the batch cannot be open ----
funcs.mean_of_batch = func({ x }, { mean = x - x:mean(1) })
funcs.numbered = func({ x }, { numbered = x * mf.arange(B):cast("f32"):unsqueeze(2) })

return mf.program { name = "ops", funcs = funcs }
