-- Nearest codes with a straight-through gradient, and a choice among experts.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, K = mf.dim("B", 5), 4
local x = mf.input("x", { B, 6 })
local into, gate, one, two = nn.Linear(6, 3), nn.Linear(3, 2), nn.Linear(3, 6), nn.Linear(3, 6)
local book = mf.param("book", { K, 3 })
local z = into(x)
local distance = (z:unsqueeze(2) - book):square():sum(3)
local q = book:gather(distance:argmin(2))
local code = z + (q - z):stop_gradient()
local g = gate(code):softmax()
local both = mf.stack({ one(code), two(code):relu() }, 2)
local out = (g:unsqueeze(3) * both):sum(2)
local even = 2 * (mf.one_hot(g:argmax(2), 2):cast "f64":mean(1) * g:mean(1)):sum()
local params = nn.Sequential { into, gate, one, two }:params()
params[#params + 1] = book
return require "net" ("quantised", { { x } }, params,
    { loss = mf.loss.mse(out, x) + mf.loss.mse(q, z:stop_gradient())
          + 0.25 * mf.loss.mse(z, q:stop_gradient()) + 0.1 * even,
      optimizer = mf.optim.SGD { lr = 0.1, momentum = 0.9, nesterov = true } })
