-- Weights of a sample's own, as one grouped convolution over the batch; a critic held by the gradient at what is real.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local N, I, O, S = 3, 4, 3, 5
local z, real = mf.input("z", { N, 5 }), mf.input("real", { N, O, S, S })
local style, bias = nn.Linear(5, I), mf.param("bias", { O, 1, 1 })
local const, weight = mf.param("const", { 1, I, S, S }), mf.param("weight", { O, I, 3, 3 })
local w = weight:unsqueeze(1) * style(z):reshape { N, 1, I, 1, 1 }
w = w / (w:square():sum({ 3, 4, 5 }, { keep = true }) + 1e-8):sqrt()
local x = const:broadcast { N, I, S, S }:reshape { 1, N * I, S, S }
local fake = x:conv2d(w:reshape { N * O, I, 3, 3 }, { pad = 1, groups = N }):reshape { N, O, S, S }
fake = (fake + bias):leaky_relu(0.2) * math.sqrt(2)
local critic = nn.Sequential { nn.Conv2d(O, 4, 3, { stride = 2 }), nn.Softplus(), nn.Flatten(), nn.Linear(16, 1) }
local yes, no = critic(real), critic(fake)
local r1 = mf.grad(yes:sum(), real):square():sum { 2, 3, 4 }:mean()
local layers = nn.Sequential { style, critic, function() return bias, const, weight end }
return require "net" ("modulated", { { z }, { real } }, layers:params(),
    { loss = no:softplus():mean() + (-yes):softplus():mean() + 0.5 * r1, optimizer = mf.optim.SGD { lr = 0.02 } })
