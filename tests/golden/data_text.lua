-- x and y say which inputs get the text.
local mf = require "mfc"
local data = mf.data.text { "a.txt", idx = "tokens", target = "y", context = 8 }
return mf.program { data = data }
