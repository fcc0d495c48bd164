-- further.lua - compositions known by name from elsewhere, and the options of losses,
-- beside plain arithmetic: values and gradients, at their edges too. One step of training
-- (the harness wants one) moves nothing.

local mf = require "mfc"
mf.dtype "f64"
local loss = mf.loss
local errors = {}

-- The largest difference; want is a number, a table or a tensor.
local function near(name, value, want)
    local off = mf.abs(value:cast "f64" - want)
    errors[#errors + 1] = (off.rank == 0 and off or off:max()):as("error_" .. name)
end

local points = { -7, -2.5, -1.25, -0.5, 0.3, 1, 2.75, 4, 6.5 }
local v = mf.const(points)

-- fn of each point, and its slope by central differences in Lua.
local function scalar(name, fn, over)
    local x = mf.param("at_" .. name, { #points }, mf.init.values(over or points))
    local y, slope = {}, {}
    for i, p in ipairs(over or points) do
        y[i], slope[i] = fn(p), (fn(p + 1e-5) - fn(p - 1e-5)) / 2e-5
    end
    local size = mf.const(y):abs() + 1
    near(name, mf[name](x) / size, mf.const(y) / size)
    local d = mf.grad(mf[name](x):sum(), x)
    -- what differences cannot tell is 1e-9 of a slope: they are compared coarsely
    local far = mf.abs(d - mf.const(slope)):gt(1e-6 * (1 + mf.const(slope):abs()))
    near("slope_" .. name, far:any(), 0)
end

local function sigmoid(a) return 1 / (1 + math.exp(-a)) end
local function within(a, lo, hi) return math.max(lo, math.min(hi, a)) end
scalar("tan", math.tan)
scalar("sinh", function(a) return (math.exp(a) - math.exp(-a)) / 2 end)
scalar("cosh", function(a) return (math.exp(a) + math.exp(-a)) / 2 end)
scalar("selu", function(a)
    return 1.0507009873554805 * (a > 0 and a or 1.6732632423543772 * (math.exp(a) - 1))
end)
scalar("mish", function(a)
    local e = (1 + math.exp(a)) ^ 2
    return a * (e - 1) / (e + 1)
end)
scalar("logsigmoid", function(a) return math.log(sigmoid(a)) end)
scalar("softsign", function(a) return a / (1 + math.abs(a)) end)
scalar("relu6", function(a) return within(a, 0, 6) end)
scalar("hardsigmoid", function(a) return within(a / 6 + 0.5, 0, 1) end)
scalar("hardswish", function(a) return a * within(a / 6 + 0.5, 0, 1) end)
local positive = { 0.25, 0.5, 1, 2, 3, 4, 8, 100, 1000 }
scalar("log2", function(a) return math.log(a, 2) end, positive)
scalar("log10", function(a) return math.log(a, 10) end, positive)
near("trunc", v:trunc(), mf.const { -7, -2, -1, 0, 0, 1, 2, 4, 6 })
near("remainder_by_sign", mf.const { 5, -5, 0.5 } % -3, mf.const { -1, -2, -2.5 })
near("remainder_of_number", 7 % mf.const { 2, -2 }, mf.const { 1, -1 })
near("floor_divide", mf.const { 7, -7, 7, -7 } // mf.const { 2, 2, -2, -2 }, mf.const { 3, -4, -4, 3 })
local whole = mf.const({ 7, -7, 2147483647, -2147483648, 0 }, "i32")
near("whole_min", whole:min():cast "f64", -2147483648)
near("whole_argmin", mf.stack { whole:argmin(), whole:argmax() }:cast "f64", mf.const { 3, 2 })
near("whole_quotient", (whole // 2):cast "f64", mf.const { 3, -4, 1073741823, -1073741824, 0 })
near("whole_quotients", (whole // mf.const({ -2, 7, 2147483647, 3, 5 }, "i32")):cast "f64", mf.const { -4, -1, 1, -715827883, 0 })
near("whole_remainder", (whole % 3):cast "f64", mf.const { 1, 2, 1, 1, 0 })
near("whole_remainders", (-7 % mf.const({ 3, -3 }, "i32")):cast "f64", mf.const { 2, -1 })
near("remainder", mf.const { 5, -5, 5, -5 }:remainder(mf.const { 3, 3, -3, -3 }), mf.const { 2, 1, -1, -2 })
near("lerp", v:lerp(v + 2, 0.25), v + 0.5)
near("glu", mf.const { { 2, 3, 0, 1 } }:glu(), mf.const { { 1, 3 * sigmoid(1) } })
near("glu_first", mf.const { { 2 }, { 0 } }:glu(1), mf.const { { 1 } })
local edge = mf.param("edge", { 4 }, mf.init.values { -3, 0, 3, 6 })
for name, slopes in pairs { relu6 = { 0, 0, 1, 0 }, hardsigmoid = { 0, 1 / 6, 0, 0 }, hardswish = { -0.5, 0.5, 1.5, 1 } } do
    near("edge_" .. name, mf.grad(mf[name](edge):sum(), edge), mf.const(slopes))
end

---------------------------------------------------------------- tests, tensors like another

local nan, inf = 0 / 0, math.huge
local odd = mf.const { { 1, nan, -inf }, { inf, 0, 2 } }
near("isnan", odd:isnan(), mf.const { { 0, 1, 0 }, { 0, 0, 0 } })
near("isinf", odd:isinf(), mf.const { { 0, 0, 1 }, { 1, 0, 0 } })
near("isfinite", odd:isfinite(), mf.const { { 1, 0, 0 }, { 0, 1, 1 } })
near("any", odd:isnan():any(1), mf.const { 0, 1, 0 })
near("all", odd:isfinite():all(1, { keep = true }), mf.const { { 0, 0, 0 } })
near("all_of_all", odd:gt(-1):all(), 0)
near("like", v:full_like(3) + v:ones_like() + v:zeros_like(), mf.full({ #points }, 4))
near("linspace", mf.linspace(-1, 2, 4), mf.const { -1, 0, 1, 2 })
near("linspace_of_one", mf.linspace(5, 7, 1), mf.const { 5 })

---------------------------------------------------------------- matrices

local m = mf.const { { 1, 2, 3 }, { 4, 5, 6 }, { 7, 8, 9 } }
near("eye", mf.eye(3):mm(m), m)
near("tril", m:tril(), mf.const { { 1, 0, 0 }, { 4, 5, 0 }, { 7, 8, 9 } })
near("tril_below", m:tril(-1), mf.const { { 0, 0, 0 }, { 4, 0, 0 }, { 7, 8, 0 } })
near("triu", m:triu(), mf.const { { 1, 2, 3 }, { 0, 5, 6 }, { 0, 0, 9 } })
near("triu_above", m:triu(1), mf.const { { 0, 2, 3 }, { 0, 0, 6 }, { 0, 0, 0 } })
near("tril_of_many", mf.stack({ m, m + 1 }, 1):tril():select(1, 2), (m + 1):tril())
near("diag", m:diag(), mf.const { 1, 5, 9 })
near("diag_of_vector", m:diag():diag(), mf.const { { 1, 0, 0 }, { 0, 5, 0 }, { 0, 0, 9 } })
near("trace", mf.stack({ m, 2 * m }, 1):trace(), mf.const { 15, 30 })

---------------------------------------------------------------- order

local mixed = mf.const { 1, nan, -1, inf, nan, 0, 1 }
near("argsort", mixed:argsort(), mf.const { 2, 5, 0, 6, 3, 1, 4 })
near("argsort_down", mixed:argsort(1, { descending = true }), mf.const { 1, 4, 3, 0, 6, 5, 2 })
local largest, places = mixed:topk(5) -- so many of seven by counting
near("topk_many", places, mf.const { 1, 4, 3, 0, 6 })
near("topk_values", largest:slice(1, 4, 5), mf.const { 1, 1 })
near("sort_whole", mf.const({ 3, -2, 3, 0, -5 }, "i32"):argsort(), mf.const { 4, 1, 3, 0, 2 })
near("sort_columns", mf.const({ { 3, 1 }, { 2, 5 }, { 2, 0 } }, "i32"):argsort(1), mf.const { { 1, 2 }, { 2, 0 }, { 0, 1 } })
local table_ = mf.param("table", { 2, 3 }, mf.init.values { { 3, 1, 2 }, { 0, 5, 4 } })
local turned = {}
for i = 1, 9 do
    turned[i] = mixed:roll(i, 1)
end
local wide = mf.stack(turned, 2) -- compared along its rows
near("sort_wide", wide:argsort(1), mf.stack(turned, 1):argsort(2):T():cast("f64"))
near("sort_wide_down", wide:argsort(1, { descending = true }),
    mf.stack(turned, 1):argsort(2, { descending = true }):T():cast("f64"))
near("cumprod_whole", mf.const({ 2, 3, 4 }, "i32"):cumprod(), mf.const { 2, 6, 24 })
near("logcumsumexp_empty", mf.const { -inf, 0, 0 }:logcumsumexp(1):exp(), mf.const { 0, 1, 2 })
local sorted, ids = table_:sort(1)
near("sort", sorted, mf.const { { 0, 1, 2 }, { 3, 5, 4 } })
near("sort_ids", ids, mf.const { { 1, 0, 0 }, { 0, 1, 1 } })
local named = mf.const({ 3, 1, 2 }):reshape { mf.dim("T", 3) }
near("sort_named", named:sort(), mf.const({ 1, 2, 3 }):reshape(named.shape))
near("sort_down", table_:sort { descending = true }, mf.const { { 3, 2, 1 }, { 5, 4, 0 } })
near("sort_gradient", mf.grad((table_:sort() * mf.const { 1, 10, 100 }):sum(), table_),
    mf.const { { 100, 1, 10 }, { 1, 100, 10 } })

---------------------------------------------------------------- lengths and distances

near("normalize", mf.const { { 3, 4 }, { 0, 0 } }:normalize(), mf.const { { 0.6, 0.8 }, { 0, 0 } })
near("normalize_first", mf.const { { 3 }, { 4 } }:normalize(1), mf.const { { 0.6 }, { 0.8 } })
near("cosine_similarity", mf.const { { 3, 4 }, { 1, 1 } }:cosine_similarity(mf.const { { 4, 3 }, { -2, 2 } }),
    mf.const { 0.96, 0 })
near("cdist", mf.const { { 0, 0 }, { 3, 4 } }:cdist(mf.const { { 0, 0 }, { 3, 0 }, { 3, 5 } }),
    mf.const { { 0, 3, math.sqrt(34) }, { 5, 4, 1 } })

---------------------------------------------------------------- losses

local scores = mf.const { { 1, 2, 3 }, { 0, -1, 4 }, { 2, 2, 1 }, { 5, 0, 0 } }
local labels, weight = mf.const({ 2, -100, 0, 1 }, "i32"), { 1, 0.5, 4 }
local kept, classes = mf.const { { 1, 2, 3 }, { 2, 2, 1 }, { 5, 0, 0 } }, mf.const({ 2, 0, 1 }, "i32")
local each = loss.cross_entropy(kept, classes, { reduce = "none" })
local smooth = { ignore_index = -100, label_smoothing = 0.3 }
near("ignored", loss.cross_entropy(scores, labels, { ignore_index = -100 }), each:mean())
near("ignored_smooth", loss.cross_entropy(scores, labels, smooth),
    loss.cross_entropy(kept, classes, { label_smoothing = 0.3 }))
near("ignored_each", loss.cross_entropy(scores, labels, { ignore_index = -100, reduce = "none" }):select(1, 2), 0)
near("weighted", loss.cross_entropy(kept, classes, { weight = weight }),
    (mf.const { 4, 1, 0.5 } * each):sum() / 5.5)
near("weighted_sum", loss.nll(scores:log_softmax(), labels, { weight = mf.const(weight), ignore_index = -100, reduce = "sum" }),
    (mf.const { 4, 1, 0.5 } * each):sum())
near("weighted_rows", loss.cross_entropy(kept, mf.one_hot(classes, 3), { weight = weight }),
    (mf.const { 4, 1, 0.5 } * each):mean())
near("none_counts", loss.cross_entropy(scores, mf.const({ 9, 9, 9, 9 }, "i32"), { ignore_index = 9 }), 0)
local flags = mf.const { 1, 0, 1 }
local z = mf.const { 2, -1, -3 }
near("pos_weight", loss.bce_logits(z, flags, { pos_weight = 3 }),
    loss.bce(z:sigmoid(), flags, { reduce = "none" }):dot(mf.const { 3, 1, 3 }) / 3)
near("pos_weights", loss.bce_logits(z, flags, { pos_weight = { 3, 5, 2 } }),
    loss.bce(z:sigmoid(), flags, { reduce = "none" }):dot(mf.const { 3, 1, 2 }) / 3)
near("hinge", loss.hinge(z, 2 * flags - 1), 4 / 3)
near("poisson_nll", loss.poisson_nll(z, flags), (math.exp(2) - 2 + math.exp(-1) + math.exp(-3) + 3) / 3)
near("gaussian_nll", loss.gaussian_nll(z, flags, mf.const { 4, 1, 0 }, { eps = 0.25 }),
    (math.log(4) + 1 / 4 + 1 + math.log(0.25) + 16 / 0.25) / 6)
near("triplet", loss.triplet(mf.const { { 0, 0 }, { 0, 0 } }, mf.const { { 3, 4 }, { 1, 0 } }, mf.const { { 0, 3 }, { 0, 5 } }), 3 / 2)
local image = mf.const { { { -2, 2 }, { -4, 4 } } }
near("PReLU", mf.nn.PReLU()(image), mf.const { { { -0.5, 2 }, { -1, 4 } } })
local steep = mf.nn.PReLU(2, { init = mf.init.values { 0.5, 2 } })
near("PReLU_channels", steep(image), mf.const { { { -1, 2 }, { -8, 4 } } })

local p = mf.param("p", { 1 })
return mf.program {
    name = "further",
    train = mf.train { loss = p:sum(), steps = 1, optimizer = mf.optim.SGD { lr = 0 } },
    funcs = { errors = mf.func { inputs = {}, outputs = errors } },
}
