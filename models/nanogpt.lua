-- nanogpt.lua - a small GPT over characters: 4 layers, 4 heads, width 128, context 64,
-- without biases and dropout, its head tied to the embedding. (Sizes of nanoGPT's
-- configuration for a CPU.)

local mf = require "mfc"
local nn, init = mf.nn, mf.init

local vocabulary, context, width, heads, layers = 65, 64, 128, 4, 4
local B = mf.dim("B", 12)
local tokens = mf.input("tokens", { B, context }, "i32")
local target = mf.input("target", { B, context }, "i32")

local small = init.normal { std = 0.02 }
local smaller = init.normal { std = 0.02 / math.sqrt(2 * layers) } -- into the residual stream

local function block()
    local attend = nn.MultiHeadAttention(width, heads,
        { causal = true, bias = false, init = small, out_init = smaller })
    return nn.Sequential {
        nn.Residual(nn.Sequential { nn.LayerNorm(width, { bias = false }), attend }),
        nn.Residual(nn.Sequential {
            nn.LayerNorm(width, { bias = false }),
            nn.Linear(width, 4 * width, { bias = false, init = small }), nn.GELU(),
            nn.Linear(4 * width, width, { bias = false, init = smaller }),
        }),
    }
end

local token_embedding = nn.Embedding(vocabulary, width, { init = small })
local positions = mf.param("positions", { context, width }, small)

local x = token_embedding(tokens) + positions
for _ = 1, layers do
    x = block()(x)
end
x = nn.LayerNorm(width, { bias = false })(x)
local logits = mf.matmul(x, token_embedding.weight:T())
local loss = mf.loss.cross_entropy(logits, target)

return mf.program {
    name = "nanogpt",
    data = mf.data.text { "tinyshakespeare.txt", x = "tokens", y = "target", context = context,
                          split = { train = 0.9, valid = 0.1 } },
    train = mf.train {
        loss = loss,
        optimizer = mf.optim.AdamW {
            lr = mf.optim.cosine { from = 1e-3, to = 1e-4, warmup = 100 },
            betas = { 0.9, 0.99 }, weight_decay = 0.1, decay = "matrices",
        },
        steps = 2000, seed = 1, clip_norm = 1.0,
        valid = { split = "valid", every = 250, batches = 20 },
    },
    funcs = {
        logits = mf.func { inputs = { tokens }, outputs = { logits }, dims = { B = 1 } },
    },
}
