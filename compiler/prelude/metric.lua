-- metric.lua - what a trainer may report beside the loss; each is a scalar node.

local metric = {}
mf.metric = metric

local function public(name, fn) -- called as it is made, in a log too
    mf._public(metric, name, function(...)
        return mf._label(name, fn(...))
    end, fn)
end

-- Class numbers of the truth: i32 labels, or the largest of probabilities.
local function classes(fn, scores, labels)
    mf._check_tensor("metric." .. fn, "the scores", scores)
    mf._check_tensor("metric." .. fn, "the labels", labels)
    if labels.dtype == "i32" and mf._same_shape(scores, labels, 1) then
        return labels
    elseif labels.dtype ~= "i32" and mf._same_shape(scores, labels) then
        return labels:argmax(-1)
    end
    mf._fail("metric.%s: labels are i32 of the scores' shape without the last axis, or "
        .. "probabilities of their shape: the scores are %s but the labels %s%s", fn,
        mf._describe(scores), mf._describe(labels),
        mf._shapes_hint(scores, labels, labels.dtype == "i32" and 1 or 0))
end

-- The part of a bool tensor that is true.
local function part(right, dtype)
    right = right:cast(dtype)
    return right.rank == 0 and right or right:mean()
end

public("accuracy", function(scores, labels)
    labels = classes("accuracy", scores, labels)
    return part(scores:argmax(-1):eq(labels), scores.dtype)
end)

-- Whether the label is among the k best; of equal scores the first is the best, and
-- whatever cannot be compared with the label's score (NaN) is better.
public("top_k", function(scores, labels, k)
    k = mf._check_number("metric.top_k", "k", k or 5)
    labels = classes("top_k", scores, labels)
    local n = scores.shape[scores.rank]
    local label = labels:unsqueeze(-1)
    local own = scores:take_along(label, -1)
    local class = mf.arange(n)
    local behind = mf.logical_or(scores:lt(own), mf.logical_and(scores:eq(own), class:ge(label)))
    local better = mf.logical_not(behind):cast(scores.dtype):sum(-1)
    return part(better:lt(k), scores.dtype)
end)

public("mae", function(p, t)
    return mf.loss.mae(p, t)
end)

public("rmse", function(p, t)
    return mf.sqrt(mf.loss.mse(p, t))
end)

-- 1 - (squared error) / (squared deviation of the truth from its mean); of sums over
-- the rows, so that evaluation can take it over all batches.
public("r2", function(p, t)
    local error, u = mf.loss.sse(p, t), t:cast "f64"
    local sum, squares = u:sum(), (u * u):sum()
    local deviation = squares - sum * sum / mf._size(t)
    return 1 - error / deviation:cast(error.dtype)
end)

-- exp of the cross-entropy: of scores and labels, or of a loss made before.
public("perplexity", function(scores, labels)
    mf._check_tensor("metric.perplexity", "the scores", scores)
    if labels == nil then
        if scores.rank ~= 0 then
            mf._fail("metric.perplexity: needs scores and labels, or a scalar loss, not %s",
                mf._describe(scores))
        end
        return mf.exp(scores)
    end
    return mf.exp(mf.loss.cross_entropy(scores, labels))
end)
