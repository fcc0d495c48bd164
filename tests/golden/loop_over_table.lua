-- A table alone is no iterator.
local mf = require "mfc"
for _, width in { 3, 4 } do
    mf.input("x", { width })
end
