-- values.lua - initialisers, metrics and dropout beside what they are defined to be.
-- An output is an error; what is a matter of chance is 0 within its bounds, else 1.

local mf = require "mfc"
mf.dtype "f64"
local init, metric = mf.init, mf.metric
local errors = {}

local function near(name, value, want)
    errors[#errors + 1] = mf.abs(value - want):as("error_" .. name)
end

-- 1 unless the number is within this part of what is wanted.
local function about(name, value, want, part)
    local outside = mf.abs(value / want - 1):gt(part):cast(value.dtype)
    errors[#errors + 1] = outside:as("error_" .. name)
end

local function mean_square(p)
    return (p * p):mean()
end

---------------------------------------------------------------- initialisers

local wide, conv = { 200, 400 }, { 64, 32, 5, 3 } -- fans 200, 400; 480, 960
local function made(name, shape, by)
    return mf.param(name, shape, by)
end

about("normal", mean_square(made("normal", wide, init.normal { std = 0.5 })), 0.25, 0.03)
about("normal_mean", made("shifted", wide, init.normal { std = 0.5, mean = 3 }):mean(), 3, 0.01)
about("uniform", made("uniform", wide, init.uniform(2, 4)):mean(), 3, 0.01)
about("uniform_low", made("low", wide, init.uniform(2, 4)):min(), 2, 0.01)
about("glorot_normal", mean_square(made("gn", wide, init.glorot_normal())), 2 / 600, 0.03)
about("glorot_uniform", made("gu", wide, init.glorot_uniform()):max(), math.sqrt(6 / 600), 0.01)
about("he_normal", mean_square(made("hn", conv, init.he_normal())), 2 / 480, 0.03)
about("he_uniform", made("hu", conv, init.he_uniform()):max(), math.sqrt(6 / 480), 0.01)
about("glorot_conv", mean_square(made("gc", conv, init.glorot_normal())), 2 / 1440, 0.03)
about("linear", mf.nn.Linear(100, 300).weight:max(), 1 / math.sqrt(100), 0.01)
for _, shape in ipairs { { 5, 7 }, { 7, 5 }, { 3, 2, 2 } } do
    local rows = shape[1]
    local q = made("q" .. rows, shape, init.orthogonal()):reshape { rows, -1 }
    local less = math.min(rows, q.shape[2] + 0)
    local square = rows == less and q:mm(q:T()) or q:T():mm(q)
    near("orthogonal" .. rows, mf.abs(square - mf.one_hot(mf.arange(less), less)):max(), 0)
end

---------------------------------------------------------------- metrics

local nan = 0 / 0
local scores = mf.const { { 1, 3, 2 }, { 2, 2, 2 }, { 0, 1, -1 }, { 1, nan, 0 } }
local labels = mf.const({ 1, 1, 2, 0 }, "i32") -- the second is a tie, which 0 wins
near("accuracy", metric.accuracy(scores, labels), 1 / 4)
near("top_1", metric.top_k(scores, labels, 1), 1 / 4)
near("top_2", metric.top_k(scores, labels, 2), 3 / 4)
local p, t = mf.const { 1, 2, 4 }, mf.const { 1, 3, 5 }
near("r2", metric.r2(p, t), 1 - 2 / 8)
near("rmse", metric.rmse(p, t), math.sqrt(2 / 3))
near("mae", metric.mae(p, t), 2 / 3)
near("perplexity", metric.perplexity(mf.zeros { 2, 5 }, mf.const({ 1, 4 }, "i32")), 5)

---------------------------------------------------------------- losses

near("huber", mf.loss.huber(p, mf.const { 1, 2.5, 7 }, { beta = 2, reduce = "sum" }), 0.125 + 4)
near("cross_entropy", mf.loss.cross_entropy(mf.zeros { 1, 3 }, mf.const { { 0.5, 1, 0.25 } }),
    1.75 * math.log(3))
near("smoothed_weighted", mf.loss.cross_entropy(mf.zeros { 2, 3 }, mf.const({ 0, 2 }, "i32"),
    { label_smoothing = 0.25, weight = { 1, 2, 4 }, reduce = "sum" }),
    (0.75 * 5 + 0.25 * 2 * 7 / 3) * math.log(3))
near("residual", mf.nn.Residual(function(x) return 2 * x end)(p):sum(), 3 * 7)
near("kl", mf.loss.kl(mf.log(mf.const { 0.25, 0.75 }), mf.const { 0, 1 }), -math.log(0.75))
local q = made("bce", { 1 }, init.zeros())
near("bce_at_zero", mf.grad(mf.loss.bce(q, mf.ones { 1 }), { q })[1]:sum() / -1e12, 1)

---------------------------------------------------------------- operations

local inf = math.huge
near("logsumexp_of_nothing", mf.exp(mf.const { -inf, -inf }:logsumexp()), 0)
near("logsumexp_infinite", 1 / mf.const { 1, inf }:logsumexp(), 0)
local seven = mf.const { 1, 2, 3, 4, 5, 6, 7 }:reshape { 1, 1, 7 }
local spread = mf.conv1d(seven, mf.ones { 1, 1, 2 }, { stride = 2, dilation = 2 })
near("conv_stride_dilation", mf.abs(spread:reshape { 3 } - mf.const { 4, 8, 12 }):max(), 0)

local function same(name, ids, list)
    near(name, mf.abs(ids:cast "f64" - mf.const(list)):max(), 0)
end
local tied = mf.const { { 2, 3, 3 }, { -inf, -inf, -inf }, { -inf, nan, 1 }, { 7, inf, -inf } }
same("topk_ids", select(2, tied:topk(3)), { { 1, 2, 0 }, { 0, 1, 2 }, { 1, 2, 0 }, { 1, 0, 2 } })
same("topk_down", (tied:topk(1, 1)):slice(2, 3, 3), { { 3 } })
same("topk_i32", mf.const({ -2147483648, 5, -2147483648 }, "i32"):topk(3), { 5, -2 ^ 31, -2 ^ 31 })
same("topk_negative", mf.const({ -5, 7, -3 }, "i32"):topk(3), { 7, -3, -5 })
local six = mf.const { { { 1, 2 }, { 3, 4 } }, { { 5, 6 }, { 7, -1 } } }
near("prod", six:prod(), -1 * 5040)
same("cumsum", mf.const { 1, 2, 4 }:cumsum(1, { reverse = false }), { 1, 3, 7 })
same("cumsum_reverse", mf.const { 1, 2, 4 }:cumsum(1, { reverse = true }), { 7, 6, 4 })
assert(mf.optim.constant { from = 0.5 } == 0.5 and mf.optim.constant { 0.25 } == 0.25)
local others = mf.const({ { 1 }, { 0 } }, "i32")
same("take_along_last", mf.const { { 1, 2 }, { 3, 4 } }:take_along(others), { { 2 }, { 3 } })
same("sum_keep", six:sum { keep = true }, { { { 27 } } })
same("prod_outer", six:prod({ 1, 2 }), { 105, -48 })
same("prod_inner", six:prod({ 2, 3 }), { 24, -210 })
for n, list in pairs { [-1] = { 2, 3, 1 }, [0] = { 1, 2, 3 }, { 3, 1, 2 }, { 2, 3, 1 }, { 1, 2, 3 } } do
    same("roll_" .. n, mf.const { 1, 2, 3 }:roll(n, -1), list)
end

---------------------------------------------------------------- pictures

same("pad_circular_whole", mf.const { 1, 2 }:pad({ { 2, 2 } }, "circular"), { 1, 2, 1, 2, 1, 2 })
same("resize_to_one", seven:resize(1, { align_corners = true }), { { { 1 } } })
same("adaptive_max_short", seven:adaptive_max_pool1d(4), { { { 2, 4, 6, 7 } } })

---------------------------------------------------------------- sequences

local lstm = mf.nn.LSTM(400, 100)
about("lstm_input", lstm.weight_ih:max(), 1 / math.sqrt(400), 0.01)
about("lstm_hidden", lstm.weight_hh:max(), 1 / math.sqrt(100), 0.01)
-- What is drawn in a turn is cut like a sequence; what is seen from outside is not.
local turns, gain = mf.const { 1, -2, 3 }, mf.const { 0.5, 2 }
local total, draws = mf.scan(function(sum, x)
    local u = mf.random_uniform { 2 }
    return sum + gain * u * x, u
end, mf.zeros { 2 }, turns)
near("scan_draws", mf.abs(total - (draws * gain * turns:unsqueeze(2)):sum(1)):max(), 0)
about("draw_between", mf.random_uniform({ 4000 }, { lo = 1, hi = 3 }):mean(), 2, 0.05)
near("scan_draws_differ", (draws:select(1, 1) - draws:select(1, 2)):eq(0):cast("f64"):max(), 0)
-- Behind a loop in the loop the outer one goes on: gain is first seen there.
local nested = mf.scan(function(sum, x)
    local inner = mf.scan(function(s, t) return s + t * x end, mf.zeros { 2 }, turns)
    return sum + inner * gain
end, mf.zeros { 2 }, turns)
near("scan_in_scan", mf.abs(nested - 4 * gain):max(), 0)
-- One turn of two layers, each with its own first state.
local deep = mf.nn.RNN(2, 2, { layers = 2, bias = false })
local first, second = mf.const { { 1, -1 } }, mf.const { { 0.5, 2 } }
local below = (mf.const { { 3, -2 } }:mm(deep.weight_ih) + first:mm(deep.weight_hh)):tanh()
local above = (below:mm(deep.weight_ih_2) + second:mm(deep.weight_hh_2)):tanh()
local rnn = deep(mf.const { { { 3, -2 } } }, { first, second })
near("rnn_initial", mf.abs(rnn:reshape { 1, 2 } - above):max(), 0)
-- Given by a list, the last states come as one, of which the first layer is as if alone.
local outs, both = deep(mf.const { { { 3, -2 }, { 1, 0 } } }, { first, second })
local turned = (mf.const { { 1, 0 } }:mm(deep.weight_ih) + below:mm(deep.weight_hh)):tanh()
near("rnn_states_first", mf.abs(both[1] - turned):max(), 0)
near("rnn_states_last", mf.abs(both[2] - outs:select(2, 2)):max(), 0)
-- Tables within tables, of the same form going in and coming out.
local u, v, q = mf.const { 1, 2 }, mf.const { 3, 5 }, mf.const { 7, 9 }
local form = { w = u, rest = { v, { deep = q } } }
local by = mf.grad((u * v * q):sum(), form)
near("grad_form", (mf.abs(by.w - v * q) + mf.abs(by.rest[1] - u * q)):max(), 0)
near("grad_form_deep", mf.abs(by.rest[2].deep - u * v):max(), 0)
local twice = mf.hvp((u * u * v + q * q * q):sum(), form, form)
near("hvp_form", mf.abs(twice.rest[2].deep - 6 * q * q):max(), 0)
local along = mf.jvp({ sum = u + v, parts = { u * q } }, form, form)
near("jvp_form", (mf.abs(along.parts[1] - 2 * u * q) + mf.abs(along.sum - u - v)):max(), 0)
local held, seen_q = mf.scan(function(s, x)
    return { h = { s.h[2], s.h[1] + x.t }, c = s.c * 2 }, { { s.h[1] }, c = nil }
end, { h = { u, v }, c = q }, { t = turns })
near("scan_form", (mf.abs(held.h[1] - (v - 2)) + mf.abs(held.h[2] - (u + 4))):max(), 0)
near("scan_form_outs", mf.abs(seen_q[1][1]:select(1, 2) - v):max(), 0)
local attend = mf.nn.MultiHeadAttention(64, 4, { init = init.normal { std = 0.5 },
                                                 out_init = init.normal { std = 0.1 } })
about("attention_init", mean_square(attend.qkv.weight), 0.25, 0.05)
about("attention_out_init", mean_square(attend.out.weight), 0.01, 0.1)
-- What may look only at itself is worth what it is alone.
local seen = made("seen", { 1, 3, 64 }, init.normal())
local alone = attend(seen, mf.eye(3):gt(0)) - mf.concat({ attend(seen:slice(2, 1, 1)),
    attend(seen:slice(2, 2, 2)), attend(seen:slice(2, 3, 3)) }, 2)
near("attention_mask", mf.abs(alone):max(), 0)

---------------------------------------------------------------- dropout

local kept = mf.ones { 4000 }:dropout(0.25)
near("dropout_inference", mf.abs(kept - 1):max(), 0)
local drawn = mf.param("drawn", { 4000 }, init.zeros())
about("dropout_mean", drawn:mean(), 1, 0.05)
about("dropout_kept", drawn:max(), 4 / 3, 1e-9)
about("dropout_part", drawn:eq(0):cast("f64"):mean(), 0.25, 0.15)

-- Layers of one function each, with and without their arguments.
local v = mf.const { { -3, -1.5, -0.5, 0 }, { 0.5, 1, 2, 30 } }
for name, pair in pairs {
    elu = { mf.nn.ELU(), mf.where(v:gt(0), v, v:clamp(nil, 0):exp() - 1) },
    elu_2 = { mf.nn.ELU(2), mf.where(v:gt(0), v, 2 * v:clamp(nil, 0):exp() - 2) },
    hardtanh = { mf.nn.Hardtanh(), v:clamp(-1, 1) },
    hardtanh_0 = { mf.nn.Hardtanh(nil, 2), v:clamp(-1, 2) },
    softplus = { mf.nn.Softplus(), v:maximum(0) + (-v:abs()):exp():log1p() },
    log_softmax = { mf.nn.LogSoftmax(), v - v:exp():sum(-1, { keep = true }):log() },
    log_softmax_1 = { mf.nn.LogSoftmax(1), v - v:exp():sum(1, { keep = true }):log() },
    identity = { mf.nn.Identity(), v },
} do
    errors[#errors + 1] = mf.abs(pair[1](v) - pair[2]):max():as("error_nn_" .. name)
end

return mf.program {
    name = "values",
    train = mf.train { loss = drawn:sum(), params = { drawn }, steps = 1,
                       optimizer = mf.optim.custom { update = function() return kept end } },
    funcs = { errors = mf.func { inputs = {}, outputs = errors } },
}
