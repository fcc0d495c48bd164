"""Figures for extremes.lua and optim_extreme_*.lua: huge, tiny, equal, infinite and missing
numbers.

Computed by PyTorch in f64 from inputs of f32, and rounded: what f32 should give. Where
PyTorch's own formula loses the value (logsumexp's gradient at ties of 1e30, softplus
behind its threshold, elu below 1e-17), a better one stands here.

    python3 make_extremes.py
"""

import math

import torch
import torch.nn.functional as F

from make import OPTIMISERS, save

INF, NAN = math.inf, math.nan
MOST, LEAST = float.fromhex("0x1.fffffep127"), 2.0 ** -149
ROWS = torch.tensor([
    [0.5, -1.25, 2, 0.125, -3, 1],
    [1e4, -1e4, 9999, 0, 1e4, 5],
    [3, 3, 3, 3, 3, 3],
    [88.5, 89, -88.5, -104, 17, -17],
    [1000001, 1000002, 1000003, 1000001, 1000002, 1000003],
    [20, -20, 100, -100, 6, -6],
    [1, NAN, 2, 3, -4, 5],
    [1e-15, -1e-15, 2e-15, 0, 1e-15, 3e-15],  # squares are normal up to here
    [LEAST, -LEAST, 5 * LEAST, 0, -0.0, 2.0 ** -127],
    [1e30, -1e30, 1e30, 5e29, 0, 1],  # squares are finite up to here
    [MOST, -MOST, MOST, 1, 0, 2],
    [1, INF, 2, 3, -4, 5],
    [1, -INF, 2, -INF, 0.5, -1],
    [-INF] * 6,
]).float().double()
N, WIDTH = ROWS.shape
AT = torch.arange(N * WIDTH).reshape(N, WIDTH)
W = ((AT * 7 % 17 - 8) / 8).float().double()
T = (AT * 5 % 11 / 10).float().double()
T = (T / T.sum(1, keepdim=True)).float().double()
CLASS = torch.arange(N) % WIDTH


def layer_norm(x):
    return F.layer_norm(x, (WIDTH,))


def softplus(x):
    return x.clamp(min=0) + torch.log1p(torch.exp(-x.abs()))


# name -> how many of the rows, function of them, of targets and of classes
FUNCTIONS = {
    "softmax": (14, lambda x, t, c: F.softmax(x, -1)),
    "log_softmax": (14, lambda x, t, c: F.log_softmax(x, -1)),
    "logsumexp": (14, lambda x, t, c: torch.logsumexp(x, 1)),
    "cross_entropy": (14, lambda x, t, c: F.cross_entropy(x, c, reduction="none")),
    "cross_entropy_soft": (14, lambda x, t, c: F.cross_entropy(x, t, reduction="none")),
    "bce_logits": (11, lambda x, t, c: F.binary_cross_entropy_with_logits(
        x, t, reduction="none")),
    "huber": (14, lambda x, t, c: F.huber_loss(x, t, reduction="none")),
    "mae": (6, lambda x, t, c: (x - t).abs()),
    "var": (8, lambda x, t, c: x.var(1, unbiased=False)),
    "std": (8, lambda x, t, c: x.std(1, unbiased=False)),
    "norm": (8, lambda x, t, c: x.norm(dim=1)),
    "layer_norm": (9, lambda x, t, c: layer_norm(x)),
    "rms_norm": (9, lambda x, t, c: x * torch.rsqrt((x * x).mean(1, keepdim=True) + 1e-6)),
    "sigmoid": (14, lambda x, t, c: torch.sigmoid(x)),
    "softplus": (14, lambda x, t, c: softplus(x)),
    "tanh": (14, lambda x, t, c: torch.tanh(x)),
    "gelu": (14, lambda x, t, c: F.gelu(x)),
    "silu": (14, lambda x, t, c: F.silu(x)),
    "elu": (14, lambda x, t, c: torch.where(x > 0, x, torch.expm1(x.clamp(max=0)))),
}


def main():
    one = torch.ones(WIDTH).double()
    out = {"x": ROWS, "w": W, "t": T, "layernorm1.weight": one,
           "layernorm1.bias": 0 * one, "rmsnorm1.weight": one}
    for name, (n, f) in FUNCTIONS.items():
        x = ROWS[:n].clone().requires_grad_(True)
        y = f(x, T[:n], CLASS[:n])
        w = W[:n] if y.dim() == 2 else W[:n, 0]
        grad, = torch.autograd.grad((y * w).sum(), x)
        x, y = x.detach(), y.detach()
        if name == "logsumexp":
            grad[9:11] = (F.softmax(x, -1) * w[:, None])[9:11]
        elif name == "softplus":
            grad = torch.sigmoid(x) * w
        elif name == "elu":
            grad = torch.where(x > 0, w, torch.exp(x) * w)
        out["want." + name] = y.float().double()
        out["want.d_" + name] = grad.float().double()
    save("extremes", out)


# Gradients whose squares are 0, denormal or infinite, and parameters that keep the loss,
# the sum of their products, finite.
GRADIENTS = [1e-42, -1e-30, 1e-20, 0, 1, 1e18, 1e19, 8e19, -2e20, -1e30, 3e38]
START = [1, -2, 0.5, 3, 1, 1, 1, 1, 1, 1e-3, 1e-10]


def make_optimisers():
    for name in ("adam", "adamw", "rmsprop", "adagrad", "lion"):
        w = torch.nn.Parameter(torch.tensor(START).float())
        out = {"w": w.detach().double(), "g": torch.tensor(GRADIENTS).float().double()}
        optimiser = OPTIMISERS[name]([w])
        for _ in range(3):
            w.grad = torch.tensor(GRADIENTS).float()
            optimiser.step()
        out["want.w"] = w.detach().double()
        save("optim_extreme_" + name, out)


main()
make_optimisers()
