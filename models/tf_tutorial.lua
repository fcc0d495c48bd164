-- tf_tutorial.lua: placeholders, variables, gradients as ordinary nodes, any fetch
local mf = require "mfc"
local B = mf.dim("B", 10)
local x  = mf.input("input", { B, 2 })
local t  = mf.input("y", { B, 1 })
local W  = mf.param("W",  { 2, 16 }, mf.init.normal())
local b  = mf.param("b",  { 16 })
local W2 = mf.param("W2", { 16, 1 }, mf.init.normal())
local b2 = mf.param("b2", { 1 })
local z  = (x:mm(W) + b):as "z"
local a  = z:relu():as "a"
local z2 = (a:mm(W2) + b2):as "z2"
local L  = mf.loss.bce_logits(z2, t, { reduce = "none" })      -- one loss per example
local g  = mf.grad(L:sum(), { W, b, W2, b2 })                  -- four ordinary nodes
return mf.program {
  name  = "tf_tutorial",
  funcs = {
    grads   = mf.func { inputs = { x, t },
                        outputs = { g[1]:as "dW", g[2]:as "db", g[3]:as "dW2", g[4]:as "db2" } },
    forward = mf.func { inputs = { x }, outputs = { z, a, z2 } },
  },
}
