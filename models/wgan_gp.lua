-- wgan_gp.lua - a Wasserstein GAN of digits with gradient penalty (Gulrajani et al. 2017):
-- the critic's gradient with respect to its input is a node, and the loss asks that its
-- norm be 1. Five steps of the critic for one of the generator.

local mf = require "mfc"
local nn = mf.nn

local code = 64
local B = mf.dim("B", 64)
local image = mf.input("image", { B, 784 })
local z_in = mf.input("z", { B, code })

local generate, critic
mf.scope("generator", function()
    generate = nn.Sequential {
        nn.Linear(code, 256), nn.ReLU(),
        nn.Linear(256, 512), nn.ReLU(),
        nn.Linear(512, 784), nn.Sigmoid(),
    }
end)
mf.scope("critic", function()
    critic = nn.Sequential {
        nn.Linear(784, 512), nn.LeakyReLU(0.2),
        nn.Linear(512, 256), nn.LeakyReLU(0.2),
        nn.Linear(256, 1),
    }
end)

local fake = generate(mf.random_normal { B, code })

-- the critic: apart as far as it can, with slope 1 between real and false images
local still = mf.stop_gradient(fake)
local mix = mf.random_uniform { B, 1 }
local between = mix * image + (1 - mix) * still
local slope = mf.grad(critic(between):sum(), between)
local penalty = mf.square(slope:norm(2) - 1):mean()
local distance = critic(image):mean() - critic(still):mean()
local critic_loss = 10 * penalty - distance

-- the generator: what the critic takes for real
local generator_loss = -critic(fake):mean()

return mf.program {
    name = "wgan_gp",
    data = mf.data.idx { image = { "t10k-images-idx3-ubyte.gz", scale = { div = 255 } } },
    train = {
        critic = mf.train { loss = critic_loss, params = critic:params(),
                            optimizer = mf.optim.Adam { lr = 1e-4, betas = { 0.5, 0.9 } },
                            metrics = { distance = distance }, steps = 6000, seed = 1 },
        generator = mf.train { loss = generator_loss, params = generate:params(),
                               optimizer = mf.optim.Adam { lr = 1e-4, betas = { 0.5, 0.9 } },
                               steps = 6000, seed = 1 },
        schedule = { critic = 5, generator = 1 },
    },
    funcs = {
        generate = mf.func { inputs = { z_in }, outputs = { generate(z_in):as "image" },
                             dims = { B = 1 } },
    },
}
