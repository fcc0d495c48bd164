-- Equivariant messages: rows by ids, a softmax among the edges of a node and sums by segment_sum.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, N, E, H = mf.dim("B", 2), 5, 11, 6
local feat, x, want = mf.input("feat", { B, N, 2 }), mf.input("x", { B, N, 3 }), mf.input("want", { B, N, 3 })
local from, to = mf.input("from", { B, E }, "i32"), mf.input("to", { B, E }, "i32")
local layers = nn.Sequential {}
local function linear(i, o) layers:add(nn.Linear(i, o)) return layers.layers[#layers.layers] end
local function rows(t, ids) return t:take_along(ids:unsqueeze(3):broadcast { B, E, t.shape[3] }, 2) end
local h = linear(2, H)(feat)
for _ = 1, 2 do
    local d = rows(x, to) - rows(x, from)
    local r = d:square():sum(3, { keep = true })
    local m = linear(2 * H + 1, H)(mf.concat({ rows(h, to), rows(h, from), r }, 3)):silu()
    local s = linear(H, 1)(m):clamp(-5, 5):exp()
    local part = s / rows(s:segment_sum(to, N), to)
    x = x + (d / (r + 1):sqrt() * linear(H, 1)(m)):segment_sum(to, N) / 4
    h = h + linear(2 * H, H)(mf.concat({ h, (part * m):segment_sum(to, N) }, 3)):tanh()
end
return require "net" ("edges", { { feat }, { x }, { want }, { from, N }, { to, N } }, layers:params(),
    { loss = mf.loss.mse(x, want) + h:square():mean(), optimizer = mf.optim.AdamW { lr = 0.01 } })
