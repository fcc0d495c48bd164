-- Causal dilated convolutions with gates.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, T = mf.dim("B", 2), 19
local x, y = mf.input("x", { B, 3, T }), mf.input("y", { B, 1, T })
local all = nn.Sequential {}
local function conv(i, o, k, d, v)
    local l = nn.Conv1d(i, o, k, { dilation = d })
    all:add(l)
    return l(v:pad { { 0, 0 }, { 0, 0 }, { (k - 1) * d, 0 } })
end
local h = conv(3, 4, 1, 1, x)
for _, d in ipairs { 1, 2, 4 } do
    h = h + conv(4, 4, 3, d, h):tanh() * conv(4, 4, 3, d, h):sigmoid()
end
local loss = mf.loss.huber(conv(4, 1, 1, 1, h), y, { beta = 0.5 })
return require "net" ("tcn", { { x }, { y } }, all:params(),
    { loss = loss, optimizer = mf.optim.RMSprop { lr = 0.01 } })
