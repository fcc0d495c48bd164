"""Figures of PyTorch for further net_*.lua, of trees, examples apart, voices and pictures:
see make_nets.py.

    python3 make_places.py
"""

import torch
import torch.nn.functional as F

import make_nets
from make import O
from make_nets import classes, conv, conv2, dense, linear, make_net, net, norm, wb

EARLIER = list(make_nets.NETS)


@net({"x": (3, (6,), 9), "left": (3, (6,), 6), "right": (3, (6,), 6), "y": (3, (), 4)},
     {"embedding1.weight": (9, 4), **linear(1, 4, 15), **linear(2, 4, 5), **linear(3, 5, 15, False),
      **linear(4, 5, 5, False), **linear(5, 5, 4)}, lambda p: O.Adagrad(p, lr=0.05))
def tree(p, x, left, right, y):
    words, none = p["embedding1.weight"][x], torch.zeros(5)
    roots = []
    for b, sentence in enumerate(words):
        nodes = []
        for n, word in enumerate(sentence):
            kids = [nodes[i] if i < n else (none, none) for i in (left[b, n].item(), right[b, n].item())]
            i, o, u = (dense(p, 1, word) + dense(p, 3, kids[0][0] + kids[1][0])).chunk(3)
            c = i.sigmoid() * u.tanh()
            for h, cell in kids:
                c = c + (dense(p, 2, word) + dense(p, 4, h)).sigmoid() * cell
            nodes.append((o.sigmoid() * c.tanh(), c))
        roots.append(nodes[-1][0])
    return classes(dense(p, 5, torch.stack(roots)), y)


@net({"x": (6, (5,)), "y": (6, (), 3)}, {"W1": (5, 7), "b1": (7,), "W2": (7, 3), "b2": (3,)},
     lambda p: O.SGD(p, lr=0.5, momentum=0.9))
def private(p, x, y):
    weights, cost = list(p.values()), 0
    for row, label in zip(x, y):
        scores = (row @ p["W1"] + p["b1"]).tanh() @ p["W2"] + p["b2"]
        g = torch.autograd.grad(F.cross_entropy(scores, label), weights)
        length = torch.cat([each.flatten() for each in g]).norm()
        part = (0.5 / (length + 1e-6)).clamp(max=1) / len(x)
        cost = cost + sum((part * each * w).sum() for each, w in zip(g, weights))
    return cost


def conv1(n, o, i, k, bias=True):
    return {f"conv1d{n}.weight": (o, i, k), **({f"conv1d{n}.bias": (o,)} if bias else {})}


SEPARATOR = {**conv1(1, 6, 1, 8, False), **norm("groupnorm", 1, 6), **conv1(2, 6, 6, 1)}
for block in range(2):
    SEPARATOR.update({**conv1(3 * block + 3, 8, 6, 1), f"prelu{2 * block + 1}.weight": (1,),
                      **norm("groupnorm", 2 * block + 2, 8), **conv1(3 * block + 4, 8, 1, 3),
                      f"prelu{2 * block + 2}.weight": (1,), **norm("groupnorm", 2 * block + 3, 8),
                      **conv1(3 * block + 5, 6, 8, 1)})
SEPARATOR.update({**conv1(9, 12, 6, 1), "convtranspose1d1.weight": (6, 1, 8)})


@net({"mix": (2, (32,)), "voices": (2, (2, 32))}, SEPARATOR, lambda p: O.Adam(p, lr=1e-3),
     lambda p: torch.nn.utils.clip_grad_norm_(p, 5))
def voices(p, mix, voices):
    def conv_(n, x, **how):
        return F.conv1d(x, *wb(p, f"conv1d{n}"), **how)

    def normed(n, x):
        return F.group_norm(x, 1, *wb(p, f"groupnorm{n}"))

    def bent(n, x):
        return F.prelu(x, p[f"prelu{n}.weight"])
    frames = conv_(1, mix[:, None], stride=4).relu()
    h = conv_(2, normed(1, frames))
    for i in range(2):
        r = normed(2 * i + 2, bent(2 * i + 1, conv_(3 * i + 3, h)))
        r = bent(2 * i + 2, conv_(3 * i + 4, r, padding=1 << i, dilation=1 << i, groups=8))
        h = h + conv_(3 * i + 5, normed(2 * i + 3, r))
    masks = conv_(9, h).relu().reshape(2, 2, 6, -1)
    heard = F.conv_transpose1d((masks * frames[:, None]).flatten(0, 1), p["convtranspose1d1.weight"], stride=4)
    heard = heard.reshape(2, 2, 32)

    def decibels(guess, truth):
        guess, truth = (v - v.mean(-1, keepdim=True) for v in (guess, truth))
        along = (guess * truth).sum(-1, keepdim=True) * truth / (truth.square().sum(-1, keepdim=True) + 1e-8)
        return 10 * (along.square().sum(-1) / ((guess - along).square().sum(-1) + 1e-8) + 1e-8).log10()
    straight = decibels(heard, voices).mean(-1)
    crossed = decibels(heard, voices.flip(1)).mean(-1)
    return -torch.maximum(straight, crossed).mean()


@net({"picture": (2, (6, 6, 3))},
     {"place": (5, 2), "size": (5, 2), "turn": (5,), "depth": (5,), "opacity": (5,), "colour": (5, 3)},
     lambda p: O.Adam(p, lr=0.01))
def splats(p, picture):
    g, light, left = torch.linspace(-1, 1, 6), torch.zeros(6, 6, 3), torch.ones(6, 6)
    for k in p["depth"].argsort():
        px, py, a, b, turn, opacity, *colour = (
            v[k] * (1 + 0.1 * p["depth"][k]) for v in (
                *p["place"].T, *p["size"].T, p["turn"], p["opacity"], *p["colour"].T))
        x, y = g[None] - px, g[:, None] - py
        u, v = (x * turn.cos() + y * turn.sin()) * a.exp(), (y * turn.cos() - x * turn.sin()) * b.exp()
        alpha = opacity.sigmoid() * (-0.5 * (u ** 2 + v ** 2)).exp()
        light = light + (alpha * left)[..., None] * torch.stack(colour).sigmoid()
        left = left * (1 - alpha)
    return F.smooth_l1_loss((light + left[..., None])[None].expand(picture.shape), picture)


@net({"re": (2, (6, 6)), "im": (2, (6, 6)), "known": (2, (6, 6), 2), "truth": (2, (2, 6, 6))},
     {**conv("conv2d", 1, 4, 2, 3), **conv("conv2d", 2, 2, 4, 3), "weight": ()},
     lambda p: O.Adam(p, lr=0.01))
def conjugate(p, re, im, known, truth):
    def pair(z):
        return torch.stack([z.real, z.imag], 1)

    def normal(x):
        return pair(torch.fft.ifft2(torch.fft.fft2(torch.complex(x[:, 0], x[:, 1])) * known))

    def dot(a, b):
        return (a * b).sum((1, 2, 3), keepdim=True)
    near = p["weight"].exp()
    start = pair(torch.fft.ifft2(torch.complex(re, im) * known, norm="ortho"))
    x = start
    for _ in range(2):
        r = start + near * (x + conv2(p, 2, conv2(p, 1, x, padding=1).relu(), padding=1))
        x, way, rr = torch.zeros_like(r), r, dot(r, r)
        for _ in range(3):
            along = normal(way) + near * way
            step = rr / dot(way, along)
            x, r = x + step * way, r - step * along
            way, rr = r + dot(r, r) / rr * way, dot(r, r)
    return F.mse_loss(x, truth)


if __name__ == "__main__":
    for each in make_nets.NETS:
        if each not in EARLIER:
            make_net(each)
