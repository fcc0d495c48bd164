-- loss.lua - losses. Each takes the model's output first and the truth second, and
-- { reduce = "mean" | "sum" | "none" }: over elements (mse and its kin) or over
-- examples (cross_entropy, nll, kl: all axes but the last, which holds the classes).

local loss = {}
mf.loss = loss

-- `weights`, if given: what the terms are already multiplied by, of which the mean takes
-- account; where all are 0 the mean is 0.
local function reduced(fn, value, opts, weights)
    local how = opts.reduce
    if how == "mean" and weights then
        local total = weights:sum()
        return value:sum() / mf.where(total:ne(0), total, 1)
    elseif how == "mean" then
        return value.rank == 0 and value or value:mean()
    elseif how == "sum" then
        return value.rank == 0 and value or value:sum()
    elseif how == "none" then
        return value
    end
    mf._fail('loss.%s: reduce is "mean", "sum" or "none", not %s', fn, mf._describe(how))
end

local function check_tensor(fn, what, x)
    mf._check_tensor("loss." .. fn, what, x)
end

local function same_shape(a, b, drop)
    if a.rank - (drop or 0) ~= b.rank then
        return false
    end
    for i = 1, b.rank do
        if a.shape[i] ~= b.shape[i] then
            return false
        end
    end
    return true
end
mf._same_shape = same_shape

-- b, which must have the shape of a, with a hint where only axes of 1 differ: [B,1]
-- against [B].
local function check_equal(fn, a, b)
    check_tensor(fn, "the prediction", a)
    check_tensor(fn, "the target", b)
    if same_shape(a, b) then
        return b
    end
    local hint = mf._shapes_hint(a, b)
    if mf._size(a) == mf._size(b) and a.rank ~= b.rank then
        local change = a.rank > b.rank and "unsqueeze" or "squeeze"
        hint = ("; %s:%s(-1) has the other's shape"):format(b.name or "the target", change)
    end
    mf._note_made(a, b)
    mf._heal("loss.%s: the shapes differ: the prediction is %s but the target %s%s", fn,
        mf._describe(a), mf._describe(b), hint)
    return mf._instead(b, a.shape)
end

-- A loss of one term an element; term(p, t, opts).
local function elementwise(name, defaults, term)
    mf._public(loss, name, function(p, t, opts)
        t = check_equal(name, p, t)
        opts = mf._options("loss." .. name, opts, defaults)
        return reduced(name, term(p, t, opts), opts)
    end)
end

elementwise("mse", { reduce = "mean" }, function(p, t)
    local d = mf._label("error", p - t)
    return d * d
end)

elementwise("sse", { reduce = "sum" }, function(p, t)
    local d = mf._label("error", p - t)
    return d * d
end)

elementwise("mae", { reduce = "mean" }, function(p, t)
    return mf.abs(p - t)
end)

-- d^2 / 2 up to beta, then beta (|d| - beta / 2): with c = min(|d|, beta) both are
-- c^2 / 2 + beta (|d| - c), whose derivative at |d| = beta is the same from either side,
-- and beta where d is infinite.
elementwise("huber", { reduce = "mean", beta = 1 }, function(p, t, opts)
    if not (type(opts.beta) == "number" and opts.beta > 0) then
        mf._fail("loss.huber: beta must be a number above 0, not %s", mf._describe(opts.beta))
    end
    local d = mf.abs(p - t)
    local c = mf.minimum(d, opts.beta)
    return 0.5 * c * c + opts.beta * (d - c)
end)

-- log p, no less than -100, as in PyTorch; at 0 its gradient is 1e12, not infinite.
local function bounded_log(p)
    local positive = p:gt(0)
    local log = mf.maximum(mf.log(mf.where(positive, p, 1)), -100)
    return mf.where(positive, log, 1e12 * p - 100)
end

elementwise("bce", { reduce = "mean" }, function(p, t)
    return -(t * bounded_log(p) + (1 - t) * bounded_log(1 - p))
end)

-- Logits are what a last layer gives: a second softmax leaves hardly a gradient.
local function check_logits(fn, logits, word, instead)
    if mf._squashed(logits) == word then
        mf._warn("loss.%s: it takes logits, but is given a %s: leave that out%s", fn, word,
            instead)
    end
end

-- -w t log(sigmoid z) - (1 - t) log(1 - sigmoid z), without overflow; w = pos_weight.
elementwise("bce_logits", { reduce = "mean", pos_weight = 1 }, function(z, t, opts)
    check_logits("bce_logits", z, "sigmoid", ", or mf.loss.bce(p, t)")
    local w = opts.pos_weight
    if w == 1 then
        return mf.softplus(z) - t * z
    end
    if type(w) == "table" then
        w = mf.const(w)
    elseif type(w) ~= "number" and not mf._is_tensor(w) then
        mf._fail("loss.bce_logits: pos_weight is a number, or a list or tensor of one for each "
            .. "column, not %s", mf._describe(w))
    end
    return (1 - t) * z + (1 + (w - 1) * t) * mf.softplus(-z)
end)

-- t is -1 or 1.
elementwise("hinge", { reduce = "mean", margin = 1 }, function(p, t, opts)
    return mf.relu(opts.margin - t * p)
end)

-- Of counts t, p the logarithm of their rate; log t! is left out.
elementwise("poisson_nll", { reduce = "mean" }, function(p, t)
    return mf.exp(p) - t * p
end)

-- Of t beside a normal distribution with mean p and this variance, which is at least
-- eps; log sqrt(2 pi) is left out.
mf._public(loss, "gaussian_nll", function(p, t, variance, opts)
    local fn = "gaussian_nll"
    t = check_equal(fn, p, t)
    check_tensor(fn, "the variance", variance)
    opts = mf._options("loss." .. fn, opts, { reduce = "mean", eps = 1e-6 })
    local v = mf.maximum(variance, opts.eps)
    local d = p - t
    return reduced(fn, 0.5 * (mf.log(v) + d * d / v), opts)
end)

-- Rows of the last axis: by how much less than the margin a negative is farther from its
-- anchor than the positive.
mf._public(loss, "triplet", function(anchor, positive, negative, opts)
    positive = check_equal("triplet", anchor, positive)
    negative = check_equal("triplet", anchor, negative)
    opts = mf._options("loss.triplet", opts, { reduce = "mean", margin = 1 })
    local near, far = mf.norm(anchor - positive, -1), mf.norm(anchor - negative, -1)
    return reduced("triplet", mf.relu(near - far + opts.margin), opts)
end)

---------------------------------------------------------------- classes

-- x[..., labels]: one element of each row, by einsum-like letters "abc,ab->ab".
local function pick(x, labels)
    local rows = ("abcdefgh"):sub(1, labels.rank)
    return mf._gather(x, labels, rows .. "z," .. rows .. "->" .. rows)
end

local function check_labels(fn, x, labels)
    if not same_shape(x, labels, 1) then
        mf._note_made(x, labels)
        mf._fail("loss.%s: labels have the shape of the scores without the last axis, the "
            .. "classes: the scores are %s but the labels %s%s", fn, mf._describe(x),
            mf._describe(labels), mf._shapes_hint(x, labels, 1))
    end
end

local function check_scores(fn, x)
    check_tensor(fn, "the scores", x)
    if x.rank == 0 then
        mf._fail("loss.%s: the scores need an axis of classes, but are a scalar", fn)
    end
    if x.dtype == "i32" or x.dtype == "bool" then
        mf._fail("loss.%s: the scores must be floating, not %s: they stand first, the labels "
            .. "second", fn, mf._describe(x))
    end
end

-- The labels that count, where some do not; the others become 0.
local function counted(fn, labels, opts)
    if opts.ignore_index == nil then
        local below = mf._lowest(labels)
        if below then
            mf._warn("loss.%s: labels of %d count as class 0: say that they do not with "
                .. "{ ignore_index = %d }", fn, below, below)
        end
        return labels
    end
    local there = labels:ne(mf._check_number("loss", "ignore_index", opts.ignore_index))
    return mf.where(there, labels, 0), there
end

-- A number for each class, a tensor or a list.
local function class_weights(fn, logits, weight)
    if type(weight) == "table" then
        weight = mf.const(weight)
    end
    if weight ~= nil and not (mf._is_tensor(weight) and weight.rank == 1
            and mf._extent(weight.shape[1]) == mf._extent(logits.shape[logits.rank])) then
        mf._fail("loss.%s: weight has a number for each class of %s, but is %s", fn,
            mf._describe(logits), mf._describe(weight))
    end
    return weight and weight:reshape { logits.shape[logits.rank] }
end

-- By what the terms are multiplied, or nil: the weights of their classes, 0 for labels
-- that do not count.
local function term_weights(weight, labels, there, like)
    local w = weight and mf.gather(weight, labels)
    if there then
        return mf.where(there, w or mf.ones(like.shape, like.dtype), 0)
    end
    return w
end

-- With z = logits less their maximum and s = log(sum(exp z)): the loss of a class c is
-- s - z[c], whose gradient is softmax - one_hot without a further sum.
mf._public(loss, "cross_entropy", function(logits, labels, opts)
    local fn = "cross_entropy"
    check_scores(fn, logits)
    check_logits(fn, logits, "softmax", ", or mf.loss.nll(mf.log(p), labels)")
    check_tensor(fn, "the labels", labels)
    opts = mf._options("loss." .. fn, opts,
        { reduce = "mean", label_smoothing = 0, "ignore_index", "weight" })
    local e = opts.label_smoothing
    if not (type(e) == "number" and e >= 0 and e <= 1) then
        mf._fail("loss.%s: label_smoothing is a number from 0 to 1, not %s", fn,
            mf._describe(e))
    end
    local weight = class_weights(fn, logits, opts.weight)
    local z = mf._lowered(logits, -1)
    local s = mf.log(mf.exp(z):sum(-1))
    local value, weights, there
    if labels.dtype == "i32" then
        check_labels(fn, logits, labels)
        labels, there = counted(fn, labels, opts)
        value = s - pick(z, labels)
        weights = term_weights(weight, labels, there, value)
    elseif labels.dtype == "bool" then
        mf._fail("loss.%s: labels are i32 class numbers or probabilities; "
            .. 'cast them first: y:cast "i32"', fn)
    else
        if not same_shape(logits, labels) then
            local hint = same_shape(logits, labels, 1)
                and '; class numbers must be i32: mf.input("y", { B }, "i32")'
                or mf._shapes_hint(logits, labels)
            mf._note_made(logits, labels)
            mf._fail("loss.%s: probabilities have the shape of the logits: the logits are %s "
                .. "but the labels %s%s", fn, mf._describe(logits), mf._describe(labels), hint)
        end
        if opts.ignore_index ~= nil then
            mf._fail("loss.%s: ignore_index is a class number, but the labels are "
                .. "probabilities", fn)
        end
        value = mf.unsqueeze(s, -1) - z
        value = (labels * (weight and weight * value or value)):sum(-1)
    end
    if weights then
        value = weights * value
    end
    if e ~= 0 then
        local all = weight and ((mf.unsqueeze(s, -1) - z) * weight):mean(-1) or s - z:mean(-1)
        value = (1 - e) * value + e * (there and mf.where(there, all, 0) or all)
    end
    return reduced(fn, value, opts, weights)
end)

mf._public(loss, "nll", function(log_q, labels, opts)
    check_scores("nll", log_q)
    check_tensor("nll", "the labels", labels)
    opts = mf._options("loss.nll", opts, { reduce = "mean", "ignore_index", "weight" })
    if labels.dtype ~= "i32" then
        mf._fail("loss.nll: labels are class numbers of dtype i32, not %s", mf._describe(labels))
    end
    check_labels("nll", log_q, labels)
    local weight, there = class_weights("nll", log_q, opts.weight), nil
    labels, there = counted("nll", labels, opts)
    local value = -pick(log_q, labels)
    local weights = term_weights(weight, labels, there, value)
    return reduced("nll", weights and weights * value or value, opts, weights)
end)

-- sum of p (log p - log_q) over the last axis; 0 log 0 = 0.
mf._public(loss, "kl", function(log_q, p, opts)
    check_scores("kl", log_q)
    p = check_equal("kl", log_q, p)
    opts = mf._options("loss.kl", opts, { reduce = "mean" })
    local positive = p:gt(0)
    local log_p = mf.where(positive, mf.log(mf.where(positive, p, 1)), 0)
    return reduced("kl", (p * (log_p - log_q)):sum(-1), opts)
end)
