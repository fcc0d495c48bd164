-- optim.lua - ten steps of an optimiser beside PyTorch's. optim_NAME.lua calls this with
-- the options of mf.train; the program starts from optim_NAME.safetensors, which holds
-- the parameters that PyTorch ended with too, as want.NAME:
--     ./optim_adam train --params optim_adam.safetensors --save out.safetensors
--     ./optim_adam call errors --params out.safetensors

local mf = require "mfc"
mf.dtype "f64"
local nn, case = mf.nn, require "case"

-- Six rows of small numbers.
local function rows(columns, a, b, c)
    local data = {}
    for i = 1, 6 do
        data[i] = {}
        for j = 1, columns do
            data[i][j] = ((i * a + j * b) % c - c // 2) / 8
        end
    end
    return data
end

return function(name, options, norm)
    local B = mf.dim("B", 6)
    local x, y = mf.input("x", { B, 3 }), mf.input("y", { B, 2 })
    local net = nn.Sequential { nn.Linear(3, 5) }
    if norm then
        net:add(norm)
    end
    net:add(nn.Tanh()):add(nn.Linear(5, 2))
    options.loss = mf.loss.mse(net(x), y)
    options.epochs, options.shuffle = 10, false

    local values = net:params()
    if norm then
        values[#values + 1], values[#values + 2] = norm.running_mean, norm.running_var
    end
    local worst = {}
    for i, p in ipairs(values) do
        local want = mf.param("want." .. p.name, p.shape, mf.init.zeros(), { trainable = false })
        worst[i] = case.error(p, want):as("error_" .. p.name)
    end
    return mf.program {
        name = "optim_" .. name,
        data = mf.data.inline { x = rows(3, 7, 3, 11), y = rows(2, 5, 4, 13) },
        train = mf.train(options),
        funcs = { errors = mf.func { inputs = {}, outputs = worst } },
    }
end
