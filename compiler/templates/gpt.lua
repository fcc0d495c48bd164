-- @NAME@.lua: a small transformer that learns to continue a text, character by
-- character. `mfc run @NAME@.lua` trains it; put your own text into text.txt.
local mf = require "mfc"
local nn, init = mf.nn, mf.init

local VOCABULARY, CONTEXT, WIDTH, HEADS, LAYERS = 64, 32, 32, 4, 2
local B, T = mf.dim("B", 16), mf.dim("T", CONTEXT)
local tokens = mf.input("tokens", { B, T }, "i32")
local target = mf.input("target", { B, T }, "i32")    -- the same, one character later

local small = init.normal { std = 0.02 }
local embedding = nn.Embedding(VOCABULARY, WIDTH, { init = small })
local position = mf.param("position", { T, WIDTH }, small)

local function block()
  return nn.Sequential {
    nn.Residual(nn.Sequential { nn.LayerNorm(WIDTH),
                                nn.MultiHeadAttention(WIDTH, HEADS, { causal = true }) }),
    nn.Residual(nn.Sequential { nn.LayerNorm(WIDTH), nn.Linear(WIDTH, 4 * WIDTH), nn.GELU(),
                                nn.Linear(4 * WIDTH, WIDTH) }),
  }
end

local h = embedding(tokens) + position
for _ = 1, LAYERS do
  h = block()(h)
end
local logits = nn.LayerNorm(WIDTH)(h):matmul(embedding.weight:T())

return mf.program {
  name = "@NAME@",
  data = mf.data.text { "text.txt", x = "tokens", y = "target", context = CONTEXT },
  train = mf.train { loss = mf.loss.cross_entropy(logits, target),
                     optimizer = mf.optim.AdamW { lr = 3e-3, betas = { 0.9, 0.95 } },
                     clip_norm = 1, steps = 200, shuffle = "replacement", seed = 1 },
  funcs = { next = mf.func { inputs = { tokens }, outputs = { logits:softmax():as "p" },
                             dims = { B = 1 } } },
}
