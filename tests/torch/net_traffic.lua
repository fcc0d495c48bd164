-- Places whose graph is learned: diffusion along it inside a GRU, which reads three times
-- and then writes three, each from its own last answer; where the truth is 0, none is known.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, N, H = mf.dim("B", 2), 4, 3
local x, y = mf.input("x", { B, 3, N, 2 }), mf.input("y", { B, 3, N, 1 }, "i32")
local e1, e2 = mf.param("e1", { N, 3 }), mf.param("e2", { N, 3 })
local A, Z = e1:mm(e2:T()):relu():softmax(), e2:mm(e1:T()):relu():softmax()
local function spread(v)
    local a, z = A:matmul(v), Z:matmul(v)
    return mf.concat({ v, a, A:matmul(a), z, Z:matmul(z) }, -1)
end
local params = { e1, e2 }
local function layer(i, o)
    local l = nn.Linear(i, o)
    params[#params + 1], params[#params + 2] = l.weight, l.bias
    return l
end
local function cell(i)
    local gates, new = layer(5 * (i + H), 2 * H), layer(5 * (i + H), H)
    return function(v, h)
        local z, r = gates(spread(mf.concat({ v, h }, -1))):sigmoid():split(2, -1)
        return z * h + (1 - z) * new(spread(mf.concat({ v, r * h }, -1))):tanh()
    end
end
local read, write, out = cell(2), cell(1), layer(H, 1)
local h = mf.scan(function(h, v) return read(v, h) end, mf.zeros { B, N, H }, x:transpose(1, 2))
local _, outs = mf.scan(function(s)
    local new = write(s.last, s.h)
    return { h = new, last = out(new) }, out(new)
end, { h = h, last = mf.zeros { B, N, 1 } }, mf.zeros { 3 })
local there = y:ne(0):cast "f64"
local far = ((outs:transpose(1, 2) - y:cast "f64"):abs() * there):sum() / there:sum():maximum(1)
return require "net" ("traffic", { { x }, { y, 3 } }, params,
    { loss = far, optimizer = mf.optim.Adam { lr = 0.01 }, clip_norm = 1 })
