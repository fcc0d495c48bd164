"""Figures of PyTorch for further net_*.lua, of turns, edges and densities: see make_nets.py.

    python3 make_turns.py
"""

import math

import torch
import torch.nn.functional as F

import make_nets
from make import O
from make_nets import conv, conv2, dense, free, gradient, linear, make_net, net

EARLIER = list(make_nets.NETS)


@net({"video": (2, (4, 2, 5, 5))}, {**conv("conv2d", 1, 12, 5, 3), **conv("conv2d", 2, 2, 3, (2, 3))},
     lambda p: O.RMSprop(p, lr=0.01), lambda p: torch.nn.utils.clip_grad_norm_(p, 1))
def convlstm(p, video):
    h = c = torch.zeros(len(video), 3, 5, 5)
    outs = []
    for t in range(3):
        i, f, o, g = conv2(p, 1, torch.cat([video[:, t], h], 1), padding=1).chunk(4, 1)
        c = f.sigmoid() * c + i.sigmoid() * g.tanh()
        h = o.sigmoid() * c.tanh()
        outs.append(conv2(p, 2, h, padding=1, stride=(2, 1)))
    return F.mse_loss(torch.stack(outs, 1), video[:, 1:, :, ::2])


@net({"feat": (2, (5, 2)), "x": (2, (5, 3)), "want": (2, (5, 3)), "from": (2, (11,), 5), "to": (2, (11,), 5)},
     {**linear(1, 2, 6), **linear(2, 13, 6), **linear(3, 6, 1), **linear(4, 6, 1), **linear(5, 12, 6),
      **linear(6, 13, 6), **linear(7, 6, 1), **linear(8, 6, 1), **linear(9, 12, 6)},
     lambda p: O.AdamW(p, lr=0.01, weight_decay=0.01))
def edges(p, feat, x, want, begin, end):
    def rows(t, ids):
        return t.gather(1, ids[..., None].expand(-1, -1, t.shape[2]))

    def summed(v):
        return torch.zeros(len(v), 5, v.shape[2]).scatter_add(1, end[..., None].expand(v.shape), v)
    h = dense(p, 1, feat)
    for n in (2, 6):
        d = rows(x, end) - rows(x, begin)
        r = d.square().sum(2, keepdim=True)
        m = F.silu(dense(p, n, torch.cat([rows(h, end), rows(h, begin), r], 2)))
        s = dense(p, n + 1, m).clamp(-5, 5).exp()
        part = s / rows(summed(s), end)
        x = x + summed(d / (r + 1).sqrt() * dense(p, n + 2, m)) / 4
        h = h + dense(p, n + 3, torch.cat([h, summed(part * m)], 2)).tanh()
    return F.mse_loss(x, want) + h.square().mean()


@net({"x": (6, (2,))}, {**linear(1, 1, 5), **linear(2, 5, 11), **linear(3, 1, 5), **linear(4, 5, 11)},
     lambda p: O.Adam(p, lr=0.01))
def spline(p, x):
    one = torch.ones(len(x), 1)

    def knots(w):
        w = 1e-3 + (1 - 4e-3) * w.softmax(-1)
        return 1.8 * torch.cat([0 * one, w.cumsum(1)], 1) - 0.9

    def pick(t, k):
        return t.gather(1, k[:, None])[:, 0]

    def bend(v, raw):
        xs, ys = knots(raw[:, :4]), knots(raw[:, 4:8])
        slope = torch.cat([one, 1e-3 + F.softplus(raw[:, 8:]), one], 1)
        inside = v.abs() < 0.9
        u = torch.where(inside, v, torch.zeros_like(v))
        k = torch.searchsorted(xs[:, 1:4].contiguous(), u[:, None].detach(), right=True)[:, 0]
        w, h = pick(xs, k + 1) - pick(xs, k), pick(ys, k + 1) - pick(ys, k)
        s, t = h / w, (u - pick(xs, k)) / w
        d0, d1, q = pick(slope, k), pick(slope, k + 1), t * (1 - t)
        below = s + (d1 + d0 - 2 * s) * q
        grow = (s ** 2 * (d1 * t ** 2 + 2 * s * q + d0 * (1 - t) ** 2)).log() - 2 * below.log()
        return (torch.where(inside, pick(ys, k) + h * (s * t ** 2 + d0 * q) / below, v),
                torch.where(inside, grow, torch.zeros_like(grow)))
    a, b = x.unbind(1)
    total = 0
    for n in (1, 3):
        z, grow = bend(b, dense(p, n + 1, dense(p, n, a[:, None]).tanh()))
        a, b, total = z, a, total + grow
    return (0.5 * (a ** 2 + b ** 2) - total).mean()


@net({"past": (3, (5,)), "want": (3, (5,))}, {**linear(1, 5, 6), **linear(2, 6, 5)},
     lambda p: O.Adam(p, lr=0.01))
def warping(p, past, want):
    apart = (dense(p, 2, dense(p, 1, past).tanh())[:, :, None] - want[:, None]).square()
    far = torch.full((len(past),), 1e4)
    row = [0 * far] + [far] * 5
    for i in range(5):
        new = [far]
        for j in range(5):
            three = torch.stack([row[j + 1], row[j], new[-1]])
            new.append(apart[:, i, j] - 0.5 * (three / -0.5).logsumexp(0))
        row = new
    return row[5].mean()


@net({"kind": (2, (4,), 3), "at": (2, (4, 3)), "energy": (2, ()), "force": (2, (4, 3))},
     {"embedding1.weight": (3, 5), **linear(1, 6, 5), **linear(2, 5, 5), **linear(3, 5, 5),
      **linear(4, 6, 5), **linear(5, 5, 5), **linear(6, 5, 5), **linear(7, 5, 1)},
     lambda p: O.Adam(p, lr=0.01))
def forces(p, kind, at, energy, force):
    at, eye = free(at), torch.eye(4)
    r = ((at[:, :, None] - at[:, None]).square().sum(-1) + eye).sqrt()
    near = (-4 * (r[..., None] - torch.arange(6) / 2) ** 2).exp()
    cut = (0.5 * (r * (math.pi / 3)).cos() + 0.5).masked_fill((eye == 1) | (r > 3), 0)
    h = p["embedding1.weight"][kind]
    for n in (1, 4):
        w = F.softplus(dense(p, n, near)) * cut[..., None]
        h = h + F.softplus(dense(p, n + 2, torch.einsum("bijf,bjf->bif", w, dense(p, n + 1, h))))
    e = dense(p, 7, h).sum((1, 2))
    return F.mse_loss(-gradient(e.sum(), at)[0], force) + 0.1 * F.mse_loss(e, energy)


@net({"token": (2, (6,), 7), "x": (2, (6, 3)), "want": (2, (6, 2))},
     {"E": (7, 4), "W1": (7, 5), "b1": (5,), "v": (5, 12), "g": (12,), "bi": (12,), "U": (4, 12), "bh": (12,),
      "decay": (4,), "Wo": (4, 2)},
     lambda p: O.Adam(p, lr=0.01))
def cell(p, token, x, want):
    h, outs = torch.zeros(len(x), 4), []
    for t in range(6):
        e = (torch.cat([p["E"][token[:, t]], x[:, t]], 1) @ p["W1"] + p["b1"]).relu()
        w = p["v"] * (p["g"] / p["v"].square().sum(0).sqrt())
        i, s = (e @ w + p["bi"]).chunk(3, 1), (h @ p["U"] + p["bh"]).chunk(3, 1)
        r, z = (i[0] + s[0]).sigmoid(), (i[1] + s[1]).sigmoid()
        n = (i[2] + r * s[2]).tanh()
        h = (1 - z) * n + z * h * (-p["decay"].exp()).exp()
        outs.append(h @ p["Wo"])
    return F.mse_loss(torch.stack(outs, 1), want)


if __name__ == "__main__":
    for each in make_nets.NETS:
        if each not in EARLIER:
            make_net(each)
