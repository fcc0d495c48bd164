-- Two of four gated experts for each token, chosen by argmax and weighted by the router,
-- which a second loss keeps even; attention with slopes for the distance; tied ends.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, T, V, D, H, N, F = mf.dim("B", 2), 5, 9, 8, 2, 4, 3
local x, y = mf.input("x", { B, T }, "i32"), mf.input("y", { B, T }, "i32")
local params = {}
local function param(name, shape)
    params[#params + 1] = mf.param(name, shape)
    return params[#params]
end
local E, qkv, out = param("E", { V, D }), param("qkv", { D, 3 * D }), param("out", { D, D })
local slopes = {}
for h = 1, H do slopes[h] = { { 2 ^ (-8 * h / H) } } end
local far = (mf.arange(T):unsqueeze(1) - mf.arange(T):unsqueeze(2)):cast "f64"
local h = E:gather(x)
local q, k, v = h:mm(qkv):reshape { B, T, 3 * H, D // H }:transpose(2, 3):split(3, 2)
local scores = q:mm(k:T()) / math.sqrt(D // H) + mf.const(slopes) * far
local weights = mf.where(mf.causal_mask(T), scores, -math.huge):softmax()
h = h + weights:mm(v):transpose(2, 3):reshape { B, T, D }:mm(out)
local p = h:mm(param("router", { D, N })):softmax()
local first = mf.one_hot(p:argmax(-1), N)
local second = mf.one_hot((p - 2 * first):argmax(-1), N)
local share = p * (first + second)
share = share / share:sum(-1, { keep = true })
local gate = mf.einsum("btd,edf->btef", h, param("gate", { N, D, F })):silu()
local up = mf.einsum("btd,edf->btef", h, param("up", { N, D, F }))
local down = mf.einsum("btef,efd->bted", gate * up, param("down", { N, F, D }))
h = h + (down * share:unsqueeze(-1)):sum(3)
local even = N * (first:mean { 1, 2 } * p:mean { 1, 2 }):sum()
return require "net" ("experts", { { x, V }, { y, V } }, params, {
    loss = mf.loss.cross_entropy(h:mm(E:T()), y) + 0.1 * even,
    optimizer = mf.optim.SGD { lr = 0.1, momentum = 0.9 } })
