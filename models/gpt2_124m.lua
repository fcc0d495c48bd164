-- gpt2_124m.lua - GPT-2 small: 12 layers, 12 heads, width 768, a vocabulary of 50,257,
-- the head tied to the embedding; 124 million parameters. Feed it token numbers as NPY
-- files: --data tokens=... --data target=..., [rows, 64] of i4. Smaller ones of its kind
-- come out with -D layers=2 -D width=96 -D vocabulary=256.

local mf = require "mfc"
local nn, init = mf.nn, mf.init

local context, heads = 64, 12
local vocabulary = mf.dim("vocabulary", 50257).value
local width = mf.dim("width", 768).value
local layers = mf.dim("layers", 12).value
local B = mf.dim("B", 4)
local tokens = mf.input("tokens", { B, context }, "i32")
local target = mf.input("target", { B, context }, "i32")

local small = init.normal { std = 0.02 }
local smaller = init.normal { std = 0.02 / math.sqrt(2 * layers) } -- into the residual stream
local zeros = init.zeros()

local function block()
    local attend = nn.MultiHeadAttention(width, heads,
        { causal = true, bias = zeros, init = small, out_init = smaller })
    return nn.Sequential {
        nn.Residual(nn.Sequential { nn.LayerNorm(width), attend }),
        nn.Residual(nn.Sequential {
            nn.LayerNorm(width),
            nn.Linear(width, 4 * width, { init = small, bias = zeros }), mf.gelu_tanh,
            nn.Linear(4 * width, width, { init = smaller, bias = zeros }),
        }),
    }
end

local token_embedding = nn.Embedding(vocabulary, width, { init = small })
local positions = mf.param("positions", { 1024, width }, small)

local x = token_embedding(tokens) + positions:slice(1, 1, context)
for _ = 1, layers do
    x = block()(x)
end
x = nn.LayerNorm(width)(x)
local logits = mf.matmul(x, token_embedding.weight:T())
local loss = mf.loss.cross_entropy(logits, target)

return mf.program {
    name = "gpt2_124m",
    train = mf.train {
        loss = loss,
        optimizer = mf.optim.AdamW { lr = 3e-4, betas = { 0.9, 0.95 }, weight_decay = 0.1,
                                     decay = "matrices" },
        steps = 1000, seed = 1, clip_norm = 1.0,
    },
    funcs = {
        logits = mf.func { inputs = { tokens }, outputs = { logits }, dims = { B = 1 } },
    },
}
