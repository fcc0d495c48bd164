-- case.lua - one comparison with a figure of PyTorch. Everything is a parameter of the
-- model, read from NAME.safetensors, so that nothing is folded at compile time:
--     NAME.x1 ...   the inputs          NAME.seed    a random cotangent
--     NAME.want     the value           NAME.d.X     the gradient with respect to X
-- An error is the largest difference, in units of the largest figure.

local mf = require "mfc"
local M = { list = {} }

local frozen = { trainable = false }

local function given(name, shape)
    return mf.param(name, shape, mf.init.zeros(), frozen)
end

local function largest(x)
    x = mf.abs(x)
    return x.rank == 0 and x or x:max()
end

function M.error(value, want)
    local scale = mf.stop_gradient(largest(want))
    local off = largest(mf.loss.mae(value, want, { reduce = "none" }))
    return off / mf.where(scale:gt(0), scale, 1)
end

-- Compares y and its gradients with respect to xs, which are known as names.
function M.compare(name, y, xs, names)
    local grads = mf.grad(y, xs, { seed = given(name .. ".seed", y.shape) })
    local worst = M.error(y, given(name .. ".want", y.shape))
    for i, x in ipairs(xs) do
        worst = mf.maximum(worst,
            M.error(grads[i], given(name .. ".d." .. names[i], x.shape)))
    end
    M.list[#M.list + 1] = worst:as(name)
end

-- An operation of inputs of these shapes.
function M.op(name, shapes, fn)
    local xs, names = {}, {}
    for i, shape in ipairs(shapes) do
        names[i] = "x" .. i
        xs[i] = mf.param(name .. "." .. names[i], shape, mf.init.zeros())
    end
    M.compare(name, fn(table.unpack(xs)), xs, names)
end

-- A layer on an input of this shape (nil: on none); call(layer, x) gives its value.
function M.layer(name, layer, shape, call)
    local xs, names = {}, {}
    if shape then
        names[1] = name .. ".x1"
        xs[1] = mf.param(names[1], shape, mf.init.zeros())
    end
    local y = call and call(layer, xs[1]) or layer(xs[1])
    for _, p in ipairs(layer:params()) do
        xs[#xs + 1], names[#names + 1] = p, p.name
    end
    M.compare(name, y, xs, names)
end

function M.program(name)
    return mf.program { name = name, funcs = { errors = mf.func { inputs = {}, outputs = M.list } } }
end

return M
