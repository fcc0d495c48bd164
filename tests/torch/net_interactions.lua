-- Fields of a table multiplied with each other: of all pairs dot products, compressed products of three factors
-- in two layers, and crossed layers; beside them a plain net, its normalised rows and learnt slopes.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, F, V, D, H = mf.dim("B", 6), 4, 5, 3, 7
local ids, click = mf.input("ids", { B, F }, "i32"), mf.input("click", { B }, "i32")
local layers = nn.Sequential {}
local function layer(l) layers:add(l) return l end
local field = layer(nn.Embedding(F * V, D))(ids + V * mf.arange(F))
local dots = field:matmul(field:T()):reshape { B, F * F }
local which = {}
for i = 1, F - 1 do
    for j = 0, i - 1 do which[#which + 1] = i * F + j end
end
local parts, products, made = { dots:T():gather(mf.const(which, "i32")):T() }, field, {}
for k, n in ipairs { 6, 4 } do
    made[k] = mf.param("products" .. k, { n, products.shape[2], F })
    products = mf.einsum("bmd,bfd,nmf->bnd", products, field, made[k]):relu()
    parts[#parts + 1] = products:sum(-1)
end
local flat = field:flatten()
local cross = flat
for _ = 1, 2 do cross = flat * layer(nn.Linear(F * D, F * D))(cross) + cross end
parts[#parts + 1] = cross
parts[#parts + 1] = layer(nn.PReLU(H))(layer(nn.LayerNorm(H))(layer(nn.Linear(F * D, H))(flat)))
local all = mf.concat(parts, 2)
local z = layer(nn.Linear(all.shape[2], 1))(all):squeeze(2)
local params = layers:params()
for _, p in ipairs(made) do params[#params + 1] = p end
return require "net" ("interactions", { { ids, V }, { click, 2 } }, params, {
    loss = mf.loss.bce_logits(z, click:cast "f64", { pos_weight = 2 }),
    clip_norm = 1, optimizer = mf.optim.RMSprop { lr = 1e-3, alpha = 0.95, eps = 1e-7 } })
