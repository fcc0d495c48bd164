-- products.lua - a product of [M, K] by [K, N] in the three forms that a network has, one a
-- function: x W (NN), dy W' (NT) and x' dy (TN); of B matrices if B is above 1.
-- bench/micro_products sets the extents.

local mf = require "mfc"

local extent = {
    b = mf.dim("B", 1), m = mf.dim("M", 256), k = mf.dim("K", 256), n = mf.dim("N", 256),
}
local batch = extent.b.value > 1 and "b" or ""

local funcs = {}
for name, letters in pairs { NN = { "mk", "kn" }, NT = { "mk", "nk" }, TN = { "km", "kn" } } do
    local input = {}
    for i, word in ipairs(letters) do
        letters[i] = batch .. word
        local shape = {}
        for letter in letters[i]:gmatch("%a") do
            shape[#shape + 1] = extent[letter]
        end
        input[i] = mf.input(("%s_%d"):format(name, i), shape)
    end
    local c = mf.einsum(table.concat(letters, ",") .. "->" .. batch .. "mn", table.unpack(input))
    funcs[name] = mf.func { inputs = input, outputs = { c:as "c" } }
end
return mf.program { name = "products", funcs = funcs }
