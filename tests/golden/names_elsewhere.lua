-- What has another name elsewhere in mf, or none: what to write is said.
local mf = require "mfc"
local x = mf.input("x", { 3, 4 })
local a = mf.nn.CrossEntropyLoss()
local b = mf.nn.Dense(4, 3)
local c = mf.zeros_like(x)
local d = mf.nn.AdaptiveAvgPool2d(1)
local e = mf.linear(4, 3)
local f = x:ndim()
local g = mf.init.kaiming_normal()
local h = mf.optim.CosineAnnealingLR { from = 1 }
local i = x:isnan()
local j = mf.digamma(x)
local k = mf.init.identity()
local l = mf.nn.Conv2d(1, 16, 3, 1, 1)
local m = mf.nn.ReLU(true)
local n = mf.scatter_max(x, mf.arange(3), 2)
local o = mf.histogram(x, 10)
local p = mf.metric.auc(x, x)
local q = mf.sequence_mask(x, 4)
local r = mf.optim.SequentialLR { 1 }
local s = x:print()
