-- @NAME@.lua: a convolutional network for small images. `mfc run @NAME@.lua` trains it.
local mf = require "mfc"
local nn = mf.nn

local SIZE, CLASSES = 8, 3
local B = mf.dim("B", 8)                               -- images in a batch
local image = mf.input("image", { B, 1, SIZE, SIZE })  -- [rows, channels, height, width]
local label = mf.input("label", { B }, "i32")

local model = nn.Sequential {
  nn.Conv2d(1, 8, 3, { pad = 1 }), nn.ReLU(), nn.MaxPool2d(2),
  nn.Conv2d(8, 16, 3, { pad = 1 }), nn.ReLU(), nn.MaxPool2d(2),
  nn.Flatten(), nn.Linear(16 * (SIZE // 4) ^ 2, CLASSES),
}
local scores = model(image)

-- Images made here, so that there is nothing to fetch: lines across, down and along the
-- diagonals. Your own, for example those of MNIST, take the place of mf.data.inline:
--
--     data = mf.data.idx { image = { "train-images-idx3-ubyte.gz", scale = { div = 255 } },
--                          label = "train-labels-idx1-ubyte.gz" }
local images, labels = {}, {}
local function add(class, is_on)
  local pixels = {}
  for row = 1, SIZE do
    pixels[row] = {}
    for column = 1, SIZE do
      pixels[row][column] = is_on(row, column) and 1 or 0
    end
  end
  images[#images + 1] = { pixels }
  labels[#labels + 1] = class
end
for at = 1, SIZE do
  add(0, function(row, _) return row == at end)
  add(1, function(_, column) return column == at end)
  add(2, function(row, column) return (row - column) % SIZE == at - 1 end)
end

return mf.program {
  name = "@NAME@",
  data = mf.data.inline { image = images, label = labels },
  train = mf.train { loss = mf.loss.cross_entropy(scores, label),
                     metrics = { accuracy = mf.metric.accuracy(scores, label) },
                     optimizer = mf.optim.Adam { lr = 0.01 },
                     epochs = 40, seed = 1 },
  funcs = { classify = mf.func { inputs = { image }, outputs = { scores:softmax():as "p" },
                                 dims = { B = 1 } } },
}
