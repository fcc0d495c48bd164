local mf = require "mf"
