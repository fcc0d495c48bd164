-- What a recurrent layer starts from, and what attention takes beside its x.
local mf = require "mfc"
local nn = mf.nn
local x = mf.param("x", { 2, 3, 4 })
local h, c = mf.param("h", { 2, 5 }), mf.param("c", { 2, 5 })
local lstm, deep, gru = nn.LSTM(4, 5), nn.LSTM(4, 5, { layers = 2 }), nn.GRU(4, 5)
local a1 = lstm(x, { h, c })                        -- a tuple elsewhere
local a2 = deep(x, { h }, c)
local a3 = gru(x, mf.param("h0", { 1, 2, 5 }))
local a4 = gru(x, mf.param("first", { 5 }))
local a5 = gru(x, 0)
local a6 = gru(x, mf.zeros({ 2, 5 }, "i32"))
local attention = nn.MultiHeadAttention(4, 2)
local b1 = attention(x, x, x)                       -- queries, keys, values elsewhere
local b2 = attention(x, true)
local b3 = nn.MultiHeadAttention(4, 2, { causal = true })(x, mf.param("context", { 2, 7, 4 }))
local b4 = attention(x, mf.param("wide", { 2, 7, 6 }))
return mf.program { funcs = { f = mf.func { inputs = { }, outputs = { x } } } }
