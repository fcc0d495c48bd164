"""Figures of PyTorch for further net_*.lua, of vision and of the sciences: see make_nets.py.

    python3 make_fields.py
"""

import torch
import torch.nn.functional as F

import make_nets
from make import O
from make_nets import classes, conv, conv2, dense, free, gradient, linear, make_net, net, norm, wb

EARLIER = list(make_nets.NETS)


@net({"x": (2, (2, 9, 9)), "mask": (2, (9, 9), 3)},
     {**conv("conv2d", 1, 4, 2, 3), **conv("conv2d", 2, 3, 4, 3), **conv("conv2d", 3, 3, 4, 3),
      **conv("conv2d", 4, 6, 4, 1), **conv("conv2d", 5, 3, 12, 1)},
     lambda p: O.SGD(p, lr=0.05, momentum=0.9))
def segment(p, x, mask):
    h = conv2(p, 1, x, padding=1).relu()
    parts = [conv2(p, i, h, padding=d, dilation=d).relu() for i, d in ((2, 1), (3, 3))]
    whole = conv2(p, 4, h.mean((2, 3), keepdim=True)).relu().expand(-1, -1, 9, 9)
    z = conv2(p, 5, torch.cat([*parts, whole], 1))
    q = z.softmax(1)
    right = q.gather(1, mask[:, None])
    hot = F.one_hot(mask, 3).permute(0, 3, 1, 2).double()
    dice = (2 * (q * hot).sum((0, 2, 3)) + 1) / (q.sum((0, 2, 3)) + hot.sum((0, 2, 3)) + 1)
    return (F.cross_entropy(z, mask, weight=torch.tensor([0.25, 1, 2]))
            - ((1 - right) ** 2 * right.log()).mean() + 1 - dice.mean())


@net({"x": (2, (2, 8, 8)), "y": (2, (), 4)},
     {**conv("conv2d", 1, 6, 2, 2), **norm("layernorm", 1, 6), **conv("conv2d", 2, 6, 1, 7),
      **norm("layernorm", 2, 6), **linear(1, 6, 24), **linear(2, 24, 6), "gamma": (6,),
      **conv("conv2d", 3, 2, 6, 1), **conv("conv2d", 4, 6, 2, 1), **linear(3, 6, 4)},
     lambda p: O.AdamW(p, lr=0.01, weight_decay=0.05), lambda p: torch.nn.utils.clip_grad_norm_(p, 1))
def convnext(p, x, y):
    def normed(n, v):
        return F.layer_norm(v, (6,), *wb(p, f"layernorm{n}"))
    h = normed(1, conv2(p, 1, x, stride=2).permute(0, 2, 3, 1)).permute(0, 3, 1, 2)
    inner = normed(2, conv2(p, 2, h, padding=3, groups=6).permute(0, 2, 3, 1))
    h = h + (p["gamma"] * dense(p, 2, F.gelu(dense(p, 1, inner)))).permute(0, 3, 1, 2)
    h = h * conv2(p, 4, F.silu(conv2(p, 3, h.mean((2, 3), keepdim=True)))).sigmoid()
    return classes(dense(p, 3, h.mean((2, 3))), y, label_smoothing=0.1)


@net({"low": (2, (1, 5, 4)), "high": (2, (1, 15, 12))},
     {"head": (6, 1, 3, 3), "gain": (6, 1, 1, 1), **conv("conv2d", 1, 6, 6, 3), **conv("conv2d", 2, 1, 2, 7),
      **conv("conv2d", 3, 9, 6, 3)}, lambda p: O.Adam(p, lr=0.01, betas=(0.9, 0.99)))
def superres(p, low, high):
    var, mean = torch.var_mean(p["head"], (1, 2, 3), unbiased=False, keepdim=True)
    h = F.conv2d(low, p["gain"] * (p["head"] - mean) / (var + 1e-5).sqrt(), padding=1).relu()
    b = F.leaky_relu(F.instance_norm(conv2(p, 1, h, padding=1)), 0.2)
    seen = torch.cat([b.mean(1, keepdim=True), b.amax(1, keepdim=True)], 1)
    h = h + b * conv2(p, 2, seen, padding=3).sigmoid()
    return ((F.pixel_shuffle(conv2(p, 3, h, padding=1), 3) - high) ** 2 + 1e-6).sqrt().mean()


@net({name: (3, (2,)) for name in ("q", "p", "dq", "dp")}, {**linear(1, 4, 7), **linear(2, 7, 1, False)},
     lambda p: O.Adam(p, lr=0.01))
def hamilton(w, q, p, dq, dp):
    def energy(a, b):
        return dense(w, 2, dense(w, 1, torch.cat([a, b], 1)).tanh()).sum()

    def slope(which, *at):  # not through what one owes to the other
        at = [v.clone() for v in at]
        return gradient(energy(*at), at[which])[0]
    q, p = free(q), free(p)
    down, up = gradient(energy(q, p), q, p)
    a, b = q, p
    for _ in range(4):
        b = b - 0.05 * slope(0, a, b)
        a = a + 0.1 * slope(1, a, b)
        b = b - 0.05 * slope(0, a, b)
    return F.mse_loss(up, dq) + F.mse_loss(-down, dp) + (energy(a, b) - energy(q, p)) ** 2


@net({"a": (2, (15,)), "u": (2, (15,))},
     {**linear(1, 2, 4), "wr": (4, 4, 4), "wi": (4, 4, 4), **linear(2, 4, 4), **linear(3, 4, 1)},
     lambda p: O.Adam(p, lr=0.01, weight_decay=0.01))
def fourier(p, a, u):
    grid = (torch.arange(15).double() / 15).expand(len(a), 15)
    h = dense(p, 1, torch.stack([a, grid], 2))
    modes = torch.einsum("bmi,mio->bmo", torch.fft.rfft(h, dim=1)[:, :4], torch.complex(p["wr"], p["wi"]))
    h = F.gelu(torch.fft.irfft(F.pad(modes, (0, 0, 0, 4)), n=15, dim=1) + dense(p, 2, h))
    return ((dense(p, 3, h)[..., 0] - u).norm(dim=1) / u.norm(dim=1)).mean()


@net({"x": (2, (7, 3)), "source": (2, (13,), 7), "target": (2, (13,), 7), "y": (2, (7,), 3)},
     {**linear(1, 3, 6), **linear(2, 12, 1), **linear(3, 6, 6), **linear(4, 6, 3)},
     lambda p: O.RMSprop(p, lr=0.01))
def graph(p, x, source, target, y):
    def wide(ids, v):
        return ids[..., None].expand(-1, -1, v.shape[2])

    def gathered(v):
        return torch.zeros(len(x), 7, v.shape[2]).scatter_add(1, wide(target, v), v)
    h = dense(p, 1, x)
    ends = [h.gather(1, wide(ids, h)) for ids in (source, target)]
    score = F.leaky_relu(dense(p, 2, torch.cat(ends, 2)), 0.2)
    e = (score - score.amax(1, keepdim=True).detach()).exp()
    total = gathered(e)
    part = e / (total.gather(1, target[..., None]) + 1e-9)
    return classes(dense(p, 4, F.elu(h + gathered(part * dense(p, 3, ends[0])))), y)


@net({"x": (9, (2,)), "y": (9, ()), "probe": (9, (2,))}, {"length": (2,), "scale": (), "noise": ()},
     lambda p: O.Adam(p, lr=0.02))
def gaussian(p, x, y, probe):
    z = x / p["length"].exp()
    square = (z[:, None] - z).square().sum(2)
    a = p["scale"].exp() * (-0.5 * square).exp() + p["noise"].exp() * torch.eye(9)
    r = torch.cat([y[:, None], probe], 1)
    s, d, rr = torch.zeros(9, 3), r, (r * r).sum(0)
    for _ in range(5):
        ad = a @ d
        step = rr / (d * ad).sum(0)
        s, r, last = s + step * d, r - step * ad, rr
        rr = (r * r).sum(0)
        d = r + rr / last * d
    return 0.5 * y @ s[:, 0] + 0.25 * (s[:, 1:].detach() * (a @ probe)).sum()


@net({"x": (6, (4,)), "y": (6, (), 3)}, {"a": (4, 7), "b": (7,), "c": (7, 3)},
     lambda p: O.SGD(p, lr=0.1, momentum=0.9))
def sharpness(p, x, y):
    def at(a, b, c):
        return classes((x @ a + b).tanh() @ c, y)
    q = [p[k] for k in "abc"]
    g = torch.autograd.grad(at(*q), q)
    size = sum(v.square().sum() for v in g).sqrt() + 1e-12
    return at(*(w + 0.05 * v / size for w, v in zip(q, g)))


@net({"x": (4, (3,)), "y": (4, (2,))}, {"W": (3, 5), "V": (5, 2), "u": (3,), "mean": (5, 2)},
     lambda p: O.SGD(p, lr=0.05, momentum=0.9))
def states(p, x, y):
    W, V = p["W"], p["V"]
    with torch.no_grad():
        v = F.normalize(p["u"] @ W, dim=0)
        p["u"].copy_(F.normalize(W @ v, dim=0))
        p["mean"].mul_(0.75).add_(V, alpha=0.25)
    sigma = p["u"].detach().clone() @ W @ v
    return F.mse_loss((x @ W / sigma).tanh() @ V, y)


if __name__ == "__main__":
    for each in make_nets.NETS:
        if each not in EARLIER:
            make_net(each)
