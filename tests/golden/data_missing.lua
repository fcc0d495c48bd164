-- What becomes of missing values is for the model to say.
local mf = require "mfc"
local data = mf.data.csv { "people.csv", missing = "mean", x = { columns = "1:3" } }
