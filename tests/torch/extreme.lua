-- extreme.lua - three steps of an optimiser in f32 beside PyTorch's, where gradients are
-- denormal, 0, or so large that their squares overflow. optim_extreme_NAME.lua calls this;
-- the error is by how many ulp the worst parameter is further off than 4.
local mf = require "mfc"

return function(name, optimizer)
    local N = 11
    local function given(what)
        return mf.param(what, { N }, mf.init.zeros(), { trainable = false })
    end
    local w, g, want = mf.param("w", { N }), given("g"), given("want.w")
    local off = mf.abs(w - want) / (mf.maximum(mf.abs(want), 0x1p-126) * 0x1p-23)
    return mf.program {
        name = "optim_extreme_" .. name,
        train = mf.train { loss = (w * g):sum(), optimizer = optimizer, steps = 3 },
        funcs = { errors = mf.func { inputs = {}, outputs = { mf.relu(off:max() - 4):as "w" } } },
    }
end
