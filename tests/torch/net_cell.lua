-- A GRU cell as one writes it down: in the turn stand an encoder of tokens and features, a
-- norm of weights and a decay, none of which wait for the state.
local mf = require "mfc"
mf.dtype "f64"
local B, T, H = mf.dim("B", 2), 6, 4
local token = mf.input("token", { B, T }, "i32")
local x, want = mf.input("x", { B, T, 3 }), mf.input("want", { B, T, 2 })
local params, p = {}, {}
for _, one in ipairs { { "E", 7, 4 }, { "W1", 7, 5 }, { "b1", 5 }, { "v", 5, 12 }, { "g", 12 }, { "bi", 12 },
    { "U", H, 12 }, { "bh", 12 }, { "decay", H }, { "Wo", H, 2 } } do
    p[one[1]] = mf.param(one[1], { one[2], one[3] }, mf.init.zeros())
    params[#params + 1] = p[one[1]]
end
local _, outs = mf.scan(function(h, row)
    local e = (mf.concat({ mf.gather(p.E, row.token), row.x }, 2):mm(p.W1) + p.b1):relu()
    local w = p.v * (p.g / p.v:square():sum(1):sqrt())
    local ir, iz, inn = (e:mm(w) + p.bi):split(3, 2)
    local hr, hz, hn = (h:mm(p.U) + p.bh):split(3, 2)
    local r, z = (ir + hr):sigmoid(), (iz + hz):sigmoid()
    local n = (inn + r * hn):tanh()
    h = (1 - z) * n + z * h * (-p.decay:exp()):exp()
    return h, h:mm(p.Wo)
end, mf.zeros { B, H }, { token = token:transpose(1, 2), x = x:transpose(1, 2) })
return require "net" ("cell", { { token, 7 }, { x }, { want } }, params,
    { loss = mf.loss.mse(outs:transpose(1, 2), want), optimizer = mf.optim.Adam { lr = 0.01 } })
