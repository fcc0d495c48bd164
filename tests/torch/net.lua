-- net.lua - ten steps of a whole network beside PyTorch's. net_NAME.lua calls this with
-- its inputs in order ({ tensor, limit }: whole numbers below limit), the parameters and
-- the options of mf.train; net_NAME.safetensors holds what the parameters begin with and,
-- as want.NAME, what PyTorch ended with.

local mf = require "mfc"
local case = require "case"

-- Two batches of rows; input k, element j of row i, all from 1.
local function rows(k, x, limit)
    local width, data = 1, {}
    for axis = 2, x.rank do
        width = width * x.shape[axis]
    end
    for i = 1, 2 * x.shape[1] do
        data[i] = {}
        for j = 1, width do
            data[i][j] = limit and (i * 5 + j * 3 + k + i * j) % limit
                or ((i * 7 + j * 3 + k * 5 + i * j) % 17 - 8) / 8
        end
    end
    return data
end

return function(name, inputs, params, options)
    local data, worst = {}, {}
    for k, input in ipairs(inputs) do
        data[input[1].name] = rows(k, input[1], input[2])
    end
    options.steps, options.shuffle = 10, false
    for i, p in ipairs(params) do
        local want = mf.param("want." .. p.name, p.shape, mf.init.zeros(), { trainable = false })
        worst[i] = case.error(p, want):as("error_" .. p.name)
    end
    return mf.program {
        name = "net_" .. name,
        data = mf.data.inline(data),
        train = mf.train(options),
        funcs = { errors = mf.func { inputs = {}, outputs = worst } },
    }
end
