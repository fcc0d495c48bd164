-- A recurrence in both directions by two scans; rows end early, the rest is masked.
local mf = require "mfc"
mf.dtype "f64"
local B, T, D, H = mf.dim("B", 4), 6, 3, 5
local x, y = mf.input("x", { B, T, D }), mf.input("y", { B, T }, "i32")
local length = mf.input("length", { B }, "i32")
local params = {}
local function param(name, shape)
    params[#params + 1] = mf.param(name, shape)
    return params[#params]
end
local function run(name, xs)
    local Wx, Wh, b = param(name .. "x", { D, H }), param(name .. "h", { H, H }), param(name .. "b", { H })
    local _, out = mf.scan(function(h, v)
        h = (v:mm(Wx) + h:mm(Wh) + b):tanh()
        return h, h
    end, mf.zeros { B, H }, xs)
    return out
end
local xs = x:transpose(1, 2)
local both = mf.concat({ run("f", xs), run("b", xs:flip(1)):flip(1) }, 3):transpose(1, 2)
local each = mf.loss.cross_entropy(both:mm(param("W", { 2 * H, 4 })), y, { reduce = "none" })
local mask = mf.arange(T):lt(length:unsqueeze(2)):cast "f64"
return require "net" ("birnn", { { x }, { y, 4 }, { length, T } }, params,
    { loss = (each * mask):sum() / mask:sum():maximum(1), optimizer = mf.optim.Adam { lr = 0.01 } })
