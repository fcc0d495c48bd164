-- Three tasks of one trunk, weighed by doubts that are learned; an activation is read
-- through windows that fill an axis.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B = mf.dim("B", 4)
local x, warm = mf.input("x", { B, 2, 12 }), mf.input("warm", { B, 1 })
local fault, load = mf.input("fault", { B, 3 }, "i32"), mf.input("load", { B }, "i32")
local trunk = nn.Sequential {
    nn.Conv1d(2, 4, 5, { pad = 2 }), nn.InstanceNorm(4, { affine = true }), nn.LeakyReLU(0.1), nn.AvgPool1d(2),
    nn.Conv1d(4, 6, 3, { pad = 1 }), nn.GroupNorm(2, 6), nn.ELU(), nn.AdaptiveMaxPool1d(2), nn.Flatten() }
local h = trunk(x)
local heads = { nn.Linear(12, 1), nn.Linear(12, 3), nn.Linear(12, 4) }
local doubt = mf.param("doubt", { 3 })
local three = mf.stack({ mf.loss.mse(heads[1](h), warm),
    mf.loss.bce_logits(heads[2](h), fault:cast "f64", { pos_weight = 3 }),
    mf.loss.cross_entropy(heads[3](h), load, { weight = { 1, 2, 1, 0.5 } }) }, 1)
local params = trunk:params()
for _, head in ipairs(heads) do
    params[#params + 1], params[#params + 2] = head.weight, head.bias
end
params[#params + 1] = doubt
return require "net" ("tasks", { { x }, { warm }, { fault, 2 }, { load, 4 } }, params,
    { loss = ((-doubt):exp() * three + doubt):sum(), optimizer = mf.optim.Adam { lr = 0.01 }, clip_value = 0.1 })
