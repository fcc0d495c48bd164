"""peers.py - the workloads of bench/run in PyTorch, on random data.

    python3 bench/peers.py NAME [THREADS]

For each line with a number of seconds on stdin it runs steps that long and prints the
median of their processor time in milliseconds; of the time on the wall if THREADS are
given (OPENBLAS_NUM_THREADS says how many those of OpenBLAS are)."""
import math
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn

torch.set_num_threads(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
torch.manual_seed(1)


def trainer(model, optimizer, loss):
    def step():
        optimizer.zero_grad()
        loss(model).backward()
        optimizer.step()
    return step


def sgd(model, momentum=0.9, decay=0.0):
    return torch.optim.SGD(model.parameters(), lr=0.01, momentum=momentum,
                           weight_decay=decay)


def classes(model, shape, count, momentum=0.9):
    x, y = torch.rand(*shape), torch.randint(count, (shape[0],))
    return trainer(model, sgd(model, momentum), lambda m: F.cross_entropy(m(x), y))


def boston():
    model = nn.Sequential(nn.Linear(13, 10), nn.Sigmoid(), nn.Linear(10, 1))
    x, y = torch.rand(11, 13), torch.rand(11, 1)
    return trainer(model, sgd(model, 0), lambda m: F.mse_loss(m(x), y))


def inference(model, *x):
    """One forward pass of the frozen model, or of that as optimised for inference, which
    may be slower."""
    def runner(frozen):
        def step():
            with torch.no_grad():
                frozen(*x)
        return step

    def cost(step):
        start = time.process_time()
        for _ in range(20):
            step()
        return time.process_time() - start
    frozen = torch.jit.freeze(torch.jit.trace(model.eval(), x))
    steps = [runner(frozen), runner(torch.jit.optimize_for_inference(frozen))]
    for step in steps:
        cost(step)
    return min(steps, key=cost)


def mlp():
    return nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 64),
                         nn.ReLU(), nn.Linear(64, 10))


def mnist_mlp():
    return classes(mlp(), (64, 784), 10)


def mnist_mlp_one():
    return inference(mlp(), torch.rand(1, 784))


def cnn():
    return nn.Sequential(
        nn.Conv2d(1, 32, 3), nn.ReLU(), nn.Conv2d(32, 64, 3), nn.ReLU(),
        nn.MaxPool2d(2), nn.Dropout(0.25), nn.Flatten(), nn.Linear(9216, 128),
        nn.ReLU(), nn.Dropout(0.5), nn.Linear(128, 10))


def mnist_cnn():
    return classes(cnn(), (64, 1, 28, 28), 10)


def mnist_cnn_one():
    return inference(cnn(), torch.rand(1, 1, 28, 28))


class Block(nn.Module):
    def __init__(self, a, b, stride):
        super().__init__()
        self.more, self.stride = (b - a) // 2, stride
        self.inner = nn.Sequential(
            nn.Conv2d(a, b, 3, stride, 1, bias=False), nn.BatchNorm2d(b), nn.ReLU(),
            nn.Conv2d(b, b, 3, 1, 1, bias=False), nn.BatchNorm2d(b))

    def forward(self, x):
        more = self.more
        short = F.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, more, more)) if more else x
        return F.relu(self.inner(x) + short)


def resnet():
    layers, a = [nn.Conv2d(3, 16, 3, 1, 1, bias=False), nn.BatchNorm2d(16), nn.ReLU()], 16
    for stage, b in enumerate((16, 32, 64)):
        for i in range(3):
            layers.append(Block(a, b, 2 if stage and not i else 1))
            a = b
    layers += [nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10)]
    return nn.Sequential(*layers)


def resnet20():
    return classes(resnet(), (128, 3, 32, 32), 10)


def resnet20_one():
    return inference(resnet(), torch.rand(1, 3, 32, 32))


class CharLstm(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(65, 128)
        self.lstm = nn.LSTM(128, 256, batch_first=True)
        self.head = nn.Linear(256, 65)

    def forward(self, x):
        return self.head(self.lstm(self.embedding(x))[0])


def characters(model, optimizer, batch, clip=None, vocabulary=65):
    x = torch.randint(vocabulary, (batch, 64))
    y = torch.randint(vocabulary, (batch * 64,))

    def step():
        optimizer.zero_grad()
        F.cross_entropy(model(x).reshape(-1, vocabulary), y).backward()
        if clip:
            nn.utils.clip_grad_norm_(model.parameters(), clip)
        optimizer.step()
    return step


def char_lstm():
    model = CharLstm()
    return characters(model, torch.optim.Adam(model.parameters()), 32)


class Attention(nn.Module):
    def __init__(self, width, heads, bias):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width, bias=bias)
        self.out = nn.Linear(width, width, bias=bias)
        self.register_buffer("mask", torch.tril(torch.ones(64, 64)) == 0)

    def forward(self, x):
        b, t, c = x.shape
        q, k, v = (z.view(b, t, self.heads, -1).transpose(1, 2)
                   for z in self.qkv(x).split(c, 2))
        w = (q @ k.transpose(2, 3)) / math.sqrt(c // self.heads)
        y = w.masked_fill(self.mask, -math.inf).softmax(3) @ v
        return self.out(y.transpose(1, 2).reshape(b, t, c))


class Layer(nn.Module):
    def __init__(self, width, heads, bias, gelu):
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.attend = Attention(width, heads, bias)
        self.mlp = nn.Sequential(
            nn.Linear(width, 4 * width, bias=bias), nn.GELU(approximate=gelu),
            nn.Linear(4 * width, width, bias=bias))

    def forward(self, x):
        x = x + self.attend(self.norm1(x))
        return x + self.mlp(self.norm2(x))


class Gpt(nn.Module):
    def __init__(self, width=128, heads=4, layers=4, vocabulary=65, bias=False,
                 gelu="none"):
        super().__init__()
        self.embedding = nn.Embedding(vocabulary, width)
        nn.init.normal_(self.embedding.weight, std=0.02)
        rows = 64 if vocabulary == 65 else 1024
        self.positions = nn.Parameter(torch.randn(rows, width) * 0.02)
        self.layers = nn.Sequential(
            *(Layer(width, heads, bias, gelu) for _ in range(layers)))
        self.norm = nn.LayerNorm(width)

    def forward(self, x):
        positions = self.positions[:x.shape[1]]
        h = self.norm(self.layers(self.embedding(x) + positions))
        return h @ self.embedding.weight.T


def nanogpt():
    model = Gpt()
    return characters(model, torch.optim.AdamW(model.parameters()), 12, 1.0)


def gpt2_124m():
    model = Gpt(768, 12, 12, 50257, True, "tanh")
    return characters(model, torch.optim.AdamW(model.parameters()), 4, 1.0, 50257)


def nanogpt_one():
    return inference(Gpt(), torch.randint(65, (1, 64)))


def pinn_burgers():
    layers = [nn.Linear(2, 20), nn.Tanh()]
    for _ in range(7):
        layers += [nn.Linear(20, 20), nn.Tanh()]
    model = nn.Sequential(*layers, nn.Linear(20, 1))
    t, x = (torch.rand(1024, 1, requires_grad=True) for _ in range(2))
    edge, value = torch.rand(96, 2), torch.rand(96, 1)

    def loss(m):
        u = m(torch.cat((t, x), 1))
        u_t, u_x = torch.autograd.grad(u.sum(), (t, x), create_graph=True)
        u_xx, = torch.autograd.grad(u_x.sum(), x, create_graph=True)
        inside = u_t + u * u_x - 0.01 / math.pi * u_xx
        return (inside ** 2).mean() + F.mse_loss(m(edge), value)
    return trainer(model, torch.optim.Adam(model.parameters()), loss)


def big_mlp():
    model = nn.Sequential(nn.Linear(1024, 4096), nn.ReLU(), nn.Linear(4096, 4096),
                          nn.ReLU(), nn.Linear(4096, 1024))
    x, y = torch.rand(256, 1024), torch.rand(256, 1024)
    return trainer(model, sgd(model), lambda m: F.mse_loss(m(x), y))


class NormGelu(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale, self.norm = nn.Parameter(torch.ones(1024)), nn.LayerNorm(1024)

    def forward(self, x):
        inner = x * self.scale
        return F.gelu(self.norm(inner)) + inner


def norm_gelu():
    model, x = NormGelu(), torch.rand(4096, 1024)
    return trainer(model, sgd(model, 0), lambda m: (m(x) ** 2).mean())


def cross_entropy(rows=768, columns=65):
    x, y = torch.rand(rows, columns, requires_grad=True), torch.randint(columns, (rows,))

    def step():
        x.grad = None
        F.cross_entropy(x, y).backward()
    return step


def cross_entropy_small():
    return cross_entropy(64, 10)


def cross_entropy_large():
    return cross_entropy(256, 50257)


def main():
    step = globals()[sys.argv[1]]()
    clock = time.monotonic if len(sys.argv) > 2 else time.process_time
    step()
    for line in sys.stdin:
        end, times = time.monotonic() + float(line), []
        while len(times) < 3 or time.monotonic() < end:
            start = clock()
            step()
            times.append(clock() - start)
        print(1e3 * sorted(times)[len(times) // 2], flush=True)


main()
