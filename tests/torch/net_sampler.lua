-- A net that says where to look: an affine grid, bilinear samples of the image by computed ids.
local mf = require "mfc"
mf.dtype "f64"
local nn = mf.nn
local B, H, W = mf.dim("B", 3), 5, 7
local x, y = mf.input("x", { B, 2, H, W }), mf.input("y", { B }, "i32")
local layers = nn.Sequential {}
local function layer(l) layers:add(l) return l end
local turn = 0.3 * layer(nn.Linear(2 * H * W, 6))(x:flatten()):tanh() + mf.const { 1, 0, 0, 0, 1, 0 }
local grid = {}
for i = 0, H - 1 do
    for j = 0, W - 1 do grid[#grid + 1] = { (2 * j + 1) / W - 1, (2 * i + 1) / H - 1, 1 } end
end
local at = mf.einsum("bkc,pc->bpk", turn:reshape { B, 2, 3 }, mf.const(grid))
local px, py = ((at:select(-1, 1) + 1) * W - 1) / 2, ((at:select(-1, 2) + 1) * H - 1) / 2
local left, top = px:floor(), py:floor()
local flat, seen = x:flatten(3), 0
for dy = 0, 1 do
    for dx = 0, 1 do
        local i, j = top + dy, left + dx
        local inside = mf.logical_and(mf.logical_and(i:ge(0), i:lt(H)), mf.logical_and(j:ge(0), j:lt(W)))
        local id = (i:clamp(0, H - 1) * W + j:clamp(0, W - 1)):cast "i32"
        local weight = (1 - (px - j):abs()) * (1 - (py - i):abs())
        local v = flat:take_along(id:unsqueeze(2):broadcast { B, 2, H * W }, -1)
        seen = seen + v * mf.where(inside, weight, 0):unsqueeze(2)
    end
end
local h = layer(nn.Conv2d(2, 3, 3))(seen:reshape(x.shape)):tanh()
local z = layer(nn.Linear(3 * 3 * 5, 3))(h:flatten())
return require "net" ("sampler", { { x }, { y, 3 } }, layers:params(),
    { loss = mf.loss.cross_entropy(z, y), optimizer = mf.optim.SGD { lr = 0.05, momentum = 0.9 } })
