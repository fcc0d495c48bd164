-- Attention in shifted windows: rolls, a table of relative places, a mask of zones, patches merged.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, H, D, heads, win = mf.dim("B", 2), 4, 6, 2, 2
local x, y = mf.input("x", { B, H, H, D }), mf.input("y", { B }, "i32")
local layers = nn.Sequential {}
local function layer(l) layers:add(l) return l end
local function roll(v, n, axis)
    local s = v.shape[axis]
    return n == 0 and v or mf.concat({ v:slice(axis, s - n % s + 1, s), v:slice(axis, 1, s - n % s) }, axis)
end
local place, zone, apart = {}, {}, {}
for i = 0, win * win - 1 do
    place[i + 1] = {}
    for j = 0, win * win - 1 do
        local dy, dx = i // win - j // win + win - 1, i % win - j % win + win - 1
        place[i + 1][j + 1] = dy * (2 * win - 1) + dx
    end
end
for w = 0, 3 do
    for i = 0, win * win - 1 do
        local row, column = w // 2 * win + i // win, w % 2 * win + i % win
        zone[i + 1] = (row > 2 and 2 or row > 1 and 1 or 0) * 3 + (column > 2 and 2 or column > 1 and 1 or 0)
    end
    apart[w + 1] = {}
    for i = 1, win * win do
        apart[w + 1][i] = {}
        for j = 1, win * win do
            apart[w + 1][i][j] = zone[i] ~= zone[j]
        end
    end
end
local params = {}
local function block(v, shift)
    local bias = mf.param("bias" .. shift, { (2 * win - 1) ^ 2, heads })
    params[#params + 1] = bias
    local h = layer(nn.LayerNorm(D))(v)
    h = roll(roll(h, -shift, 2), -shift, 3)
    h = h:reshape { B, 2, win, 2, win, D }:transpose(3, 4):reshape { B, 4, win * win, D }
    h = layer(nn.Linear(D, 3 * D))(h):reshape { B, 4, win * win, 3, heads, D // heads }
    local q, k, u = h:permute { 4, 1, 2, 5, 3, 6 }:split(3, 1)
    local s = (q:mm(k:T()) * (D / heads) ^ -0.5):squeeze(1)
    s = s + bias:gather(mf.const(place, "i32")):permute { 3, 1, 2 }
    if shift > 0 then
        s = mf.where(mf.const(apart, "bool"):unsqueeze(2), -100, s)
    end
    local o = s:softmax():mm(u:squeeze(1)):transpose(3, 4):reshape { B, 4, win * win, D }
    o = layer(nn.Linear(D, D))(o):reshape { B, 2, 2, win, win, D }:transpose(3, 4):reshape { B, H, H, D }
    return v + roll(roll(o, shift, 2), shift, 3)
end
local h = block(block(x, 0), 1)
local parts = {}
for i = 1, 4 do
    parts[i] = h:slice(2, i > 2 and 2 or 1, -1, 2):slice(3, 2 - i % 2, -1, 2)
end
local z = layer(nn.Linear(4 * D, 3))(mf.concat(parts, -1):mean { 2, 3 })
for _, p in ipairs(layers:params()) do params[#params + 1] = p end
return require "net" ("windows", { { x }, { y, 3 } }, params,
    { loss = mf.loss.cross_entropy(z, y),
      optimizer = mf.optim.AdamW { lr = 0.01, weight_decay = 0.1, decay = "matrices" } })
