"""Figures of PyTorch for further net_*.lua, ported as one would: see make_nets.py.

    python3 make_ports.py
"""

import math

import torch
import torch.nn.functional as F

import make_nets
from make import O
from make_nets import classes, conv, conv2, dense, free, gradient, linear, make_net, net

EARLIER = list(make_nets.NETS)


@net({"x": (2, (5, 3)), "y": (2, (3,), 3)},
     {**linear(1, 3, 6), "embedding1.weight": (4, 6), **linear(2, 6, 4)},
     lambda p: O.SGD(p, lr=0.05, momentum=0.9))
def transducer(p, x, y):
    labels = torch.cat([torch.zeros(len(y), 1).long(), y + 1], 1)
    both = dense(p, 1, x)[:, :, None] + p["embedding1.weight"][labels][:, None]
    logp = dense(p, 2, both.tanh()).log_softmax(-1)
    rows = {}
    for t in range(5):
        for u in range(4):
            ways = []
            if t > 0:
                ways.append(rows[t - 1, u] + logp[:, t - 1, u, 0])
            if u > 0:
                ways.append(rows[t, u - 1] + logp[:, t, u - 1].gather(1, labels[:, u, None])[:, 0])
            rows[t, u] = torch.logsumexp(torch.stack(ways), 0) if ways else torch.zeros(len(x))
    return -(rows[4, 3] + logp[:, 4, 3, 0]).mean()


@net({"x": (3, (6, 2)), "want": (3, (6, 2))},
     {**linear(1, 2, 5), "h0": (5,), **linear(2, 5, 5, False), **linear(3, 5, 2)},
     lambda p: O.SGD(p, lr=0.01))
def alignment(p, x, want):
    h, outs = p["h0"].expand(len(x), 5), []
    for v in x.unbind(1):
        h = torch.tanh(dense(p, 1, v) + dense(p, 2, h))
        outs.append(dense(p, 3, h))
    far = (torch.stack(outs, 1)[:, :, None] - want[:, None]).square().sum(-1)
    wall = torch.full((len(x),), 1e8)
    cell = {(0, j): wall for j in range(1, 7)} | {(i, 0): wall for i in range(1, 7)}
    cell[0, 0] = torch.zeros(len(x))
    for i in range(1, 7):
        for j in range(1, 7):
            three = torch.stack([cell[i - 1, j], cell[i, j - 1], cell[i - 1, j - 1]])
            cell[i, j] = far[:, i - 1, j - 1] - 0.2 * torch.logsumexp(three / -0.2, 0)
    return cell[6, 6].mean()


@net({"z": (3, (5,)), "real": (3, (3, 5, 5))},
     {**linear(1, 5, 4), **conv("conv2d", 1, 4, 3, 3), **linear(2, 16, 1), "bias": (3, 1, 1),
      "const": (1, 4, 5, 5), "weight": (3, 4, 3, 3)}, lambda p: O.SGD(p, lr=0.02))
def modulated(p, z, real):
    w = p["weight"] * dense(p, 1, z)[:, None, :, None, None]
    w = w / (w.square().sum((2, 3, 4), keepdim=True) + 1e-8).sqrt()
    fake = torch.cat([F.conv2d(p["const"], one, padding=1) for one in w])
    fake = F.leaky_relu(fake + p["bias"], 0.2) * math.sqrt(2)

    def critic(x):
        return dense(p, 2, F.softplus(conv2(p, 1, x, stride=2)).flatten(1))
    real = free(real)
    yes = critic(real)
    r1 = gradient(yes.sum(), real)[0].square().sum((1, 2, 3)).mean()
    return F.softplus(critic(fake)).mean() + F.softplus(-yes).mean() + 0.5 * r1


@net({"left": (2, (1, 4, 7)), "right": (2, (1, 4, 7)), "disp": (2, (4, 7))},
     {**conv("conv2d", 1, 2, 1, 3), "conv3d1.weight": (3, 4, 3, 3, 3), "conv3d1.bias": (3,),
      "conv3d2.weight": (1, 3, 3, 3, 3)}, lambda p: O.SGD(p, lr=0.1))
def stereo(p, left, right, disp):
    a, b = (conv2(p, 1, v, padding=1).tanh() for v in (left, right))
    volume = torch.zeros(len(left), 4, 3, 4, 7)
    for d in range(3):
        volume[:, :2, d, :, d:] = a[..., d:]
        volume[:, 2:, d, :, d:] = b[..., :7 - d]
    h = F.silu(F.conv3d(volume, p["conv3d1.weight"], p["conv3d1.bias"], padding=1))
    cost = F.conv3d(h, p["conv3d2.weight"], padding=1)[:, 0]
    guess = ((-cost).softmax(1) * torch.arange(3.0)[:, None, None]).sum(1)
    return F.smooth_l1_loss(guess, disp, beta=0.5) * 0.5


@net({"x": (2, (5, 6)), "y": (2, (5, 6))},
     {**linear(1, 6, 18), **linear(2, 6, 4), **linear(3, 6, 6), **linear(4, 6, 24), "R": (2, 3, 12)},
     lambda p: O.SGD(p, lr=0.05))
def exponential(p, x, y):
    q, k, v = (t.reshape(-1, 5, 2, 3).transpose(1, 2) for t in dense(p, 1, x).chunk(3, -1))
    i, f = (t.transpose(1, 2) for t in dense(p, 2, x).chunk(2, -1))
    f = F.logsigmoid(f).cumsum(2)
    log = f[..., None] - f[:, :, None] + i[:, :, None]
    log = log.masked_fill(torch.ones(5, 5).triu(1).bool(), -math.inf)
    top = log.max(-1, keepdim=True)[0]
    s = q @ k.transpose(-1, -2) * (log - top).exp()
    n = torch.maximum(s.sum(-1, keepdim=True).abs(), (-top).exp())
    u = x + dense(p, 3, (s / n @ v).transpose(1, 2).flatten(2))
    c = n = m = o = torch.zeros(len(x), 2, 3)
    outs = []
    for g in dense(p, 4, u).reshape(-1, 5, 2, 12).unbind(1):
        i, f, z, gate = (g + torch.einsum("bhk,hkg->bhg", o, p["R"])).chunk(4, -1)
        f = F.logsigmoid(f) + m
        m = torch.maximum(f, i)
        c = (f - m).exp() * c + (i - m).exp() * z.tanh()
        n = (f - m).exp() * n + (i - m).exp()
        o = gate.sigmoid() * c / n.clamp(min=1e-6)
        outs.append(o.flatten(1))
    return F.mse_loss(u + torch.stack(outs, 1), y)


@net({"ids": (2, (9,), 7), "label": (2, (), 3), "none": (2, (9,), 2)},
     {"embedding1.weight": (7, 4), **linear(1, 4, 12), **linear(2, 4, 3)}, lambda p: O.SGD(p, lr=0.1))
def sliding(p, ids, label, none):
    x = p["embedding1.weight"][ids]
    q, k, v = (t.reshape(-1, 9, 2, 2).transpose(1, 2) for t in dense(p, 1, x).chunk(3, -1))
    i, j = torch.arange(9)[:, None], torch.arange(9)
    seen = (j - i % 3 - 3 - (i // 3 - 1) * 3).abs() <= 3
    seen = seen & (none == 0)[:, None, None]
    scores = (q @ k.transpose(-1, -2)).masked_fill(~seen, -1e9)
    a = torch.cat([q @ k[:, :, :1].transpose(-1, -2), scores], -1).softmax(-1)
    y = a[..., 1:] @ v + a[..., :1] * v[:, :, :1]
    return classes(dense(p, 2, (x + y.transpose(1, 2).flatten(2)).max(1)[0]), label)


if __name__ == "__main__":
    for each in make_nets.NETS:
        if each not in EARLIER:
            make_net(each)
