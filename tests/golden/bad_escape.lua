local mf = require "mfc"
local s = "\q"
