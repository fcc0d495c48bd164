local mf = require "mfc"
local lr = mf.optim.multistep { from = 0.1, at = 3000 }
local one = mf.optim.multistep { from = 0.1, milestones = { 3 } }
local two = mf.optim.multistep { from = 0.1, at = { 3, "x" } }
local three = mf.optim.MultiStepLR { }
