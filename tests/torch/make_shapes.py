"""Figures of PyTorch for further net_*.lua, programs of less usual shapes: see make_nets.py.

    python3 make_shapes.py
"""

import torch
import torch.nn.functional as F

import make_nets
from make import O
from make_nets import (classes, conv, conv2, decays_matrices, dense, free, gradient, linear,
                       make_net, net, norm, wb)

EARLIER = list(make_nets.NETS)


def clip(limit):
    return lambda p: torch.nn.utils.clip_grad_norm_(p, limit)


def rms(p, n, x):
    return x * (x.square().mean(-1, keepdim=True) + 1e-6).rsqrt() * p[f"rmsnorm{n}.weight"]


def normed(p, n, x):
    return F.layer_norm(x, x.shape[-1:], *wb(p, f"layernorm{n}"))


@net({"x": (2, (1, 41)), "y": (2, (3,))},
     {"conv1d1.weight": (4, 1, 9), "conv1d1.bias": (4,), "conv1d2.weight": (6, 4, 4), "conv1d2.bias": (6,),
      **conv("convtranspose2d", 1, 6, 4, (1, 5)), **conv("convtranspose2d", 2, 4, 2, (3, 11)), "shift": (41,)},
     lambda p: O.Adam(p, lr=0.01))
def audio(p, x, y):
    a = F.silu(F.conv1d(x + p["shift"], *wb(p, "conv1d1"), stride=5, padding=2))
    b = F.conv1d(a, *wb(p, "conv1d2"), stride=3).tanh()
    h = F.gelu(F.conv_transpose2d(b[:, :, None], *wb(p, "convtranspose2d1"), stride=(1, 3)))
    h = F.conv_transpose2d(h, *wb(p, "convtranspose2d2"), stride=(4, 5), padding=(1, 2))
    back = h.mean((1, 2))[:, :41]
    return F.huber_loss(back, (x + p["shift"])[:, 0]) + F.mse_loss(b.mean(2)[:, :3], y)


@net({"x": (2, (4, 4, 6)), "y": (2, (), 3)},
     {"bias0": (9, 2), "bias1": (9, 2), **norm("layernorm", 1, 6), **norm("layernorm", 2, 6), **linear(1, 6, 18),
      **linear(2, 6, 6), **linear(3, 6, 18), **linear(4, 6, 6), **linear(5, 24, 3)}, decays_matrices)
def windows(p, x, y):
    def cut(v):
        return v.reshape(-1, 2, 2, 2, 2, v.shape[-1]).transpose(2, 3).reshape(-1, 4, 4, v.shape[-1])
    i = torch.arange(4)
    place = (i[:, None] // 2 - i // 2 + 1) * 3 + i[:, None] % 2 - i % 2 + 1
    side = torch.tensor([0, 0, 1, 2])
    zone = cut((side[:, None] * 3 + side)[None, :, :, None])[0, :, :, 0]
    apart = (zone[:, :, None] != zone[:, None])[None, :, None]
    for s in (0, 1):
        h = cut(normed(p, 1 + s, x).roll((-s, -s), (1, 2)))
        q, k, v = dense(p, 1 + 2 * s, h).reshape(-1, 4, 4, 3, 2, 3).permute(3, 0, 1, 4, 2, 5)
        score = q @ k.transpose(-1, -2) * 3 ** -0.5 + p[f"bias{s}"][place].permute(2, 0, 1)
        if s:
            score = score.masked_fill(apart, -100)
        h = dense(p, 2 + 2 * s, (score.softmax(-1) @ v).transpose(2, 3).reshape(-1, 4, 4, 6))
        x = x + h.reshape(-1, 2, 2, 2, 2, 6).transpose(2, 3).reshape(-1, 4, 4, 6).roll((s, s), (1, 2))
    parts = torch.cat([x[:, a::2, b::2] for a in (0, 1) for b in (0, 1)], -1)
    return classes(dense(p, 5, parts.mean((1, 2))), y)


@net({"x": (2, (5,), 7), "y": (2, (5,), 7)},
     {"embedding1.weight": (7, 16), **{f"rmsnorm{i}.weight": (16,) for i in (1, 2, 3)},
      **linear(1, 16, 16, False), **linear(2, 16, 8, False), **linear(3, 16, 8, False), **linear(4, 16, 16, False),
      **linear(5, 11, 16, False), **linear(6, 16, 11, False), **linear(7, 16, 11, False)},
     lambda p: O.Adam(p, lr=0.01), clip(1))
def llama(p, x, y):
    h = p["embedding1.weight"][x]
    angle = torch.arange(5.0)[:, None] * torch.tensor([1, 0.01])

    def turn(v):
        z = torch.polar(torch.ones(5, 2), angle) * torch.complex(*v.chunk(2, -1))
        return torch.cat([z.real, z.imag], -1)
    n = rms(p, 1, h)
    q, k, v = (dense(p, i, n).reshape(-1, 5, c, 4).transpose(1, 2) for i, c in ((1, 4), (2, 2), (3, 2)))
    q, k, v = turn(q), turn(k).repeat_interleave(2, 1), v.repeat_interleave(2, 1)
    score = (q @ k.transpose(-1, -2) / 2).masked_fill(torch.ones(5, 5).triu(1) > 0, -torch.inf)
    h = h + dense(p, 4, (score.softmax(-1) @ v).transpose(1, 2).reshape(-1, 5, 16))
    n = rms(p, 2, h)
    h = h + dense(p, 5, F.silu(dense(p, 6, n)) * dense(p, 7, n))
    return classes(rms(p, 3, h) @ p["embedding1.weight"].T, y)


@net({"x": (3, (3,)), "probe": (3, (3,))}, {**linear(1, 4, 7), **linear(2, 7, 3)}, lambda p: O.Adam(p, lr=0.01))
def continuous(p, x, probe):
    def slope(z, t):
        v = dense(p, 2, dense(p, 1, torch.cat([z, torch.full((3, 1), t)], 1)).tanh())
        return v, -(torch.autograd.grad(v, z, probe, create_graph=True)[0] * probe).sum(-1)
    z, total, h = free(x), 0, 0.25
    for i in range(4):
        a, la = slope(z, i * h)
        b, lb = slope(z + h / 2 * a, i * h + h / 2)
        c, lc = slope(z + h / 2 * b, i * h + h / 2)
        d, ld = slope(z + h * c, i * h + h)
        z, total = z + h / 6 * (a + 2 * b + 2 * c + d), total + h / 6 * (la + 2 * lb + 2 * lc + ld)
    return (0.5 * z.square().sum(-1) + total).mean()


@net({"x": (5, (1,)), "t": (5, (1,))}, {**linear(1, 2, 8), **linear(2, 8, 8), **linear(3, 8, 1)},
     lambda p: O.RMSprop(p, lr=0.002))
def soliton(p, x, t):
    x, t = free(x), free(t)

    def field(a, b):
        return dense(p, 3, dense(p, 2, dense(p, 1, torch.cat([a, b], 1)).tanh()).sin())
    u = field(x, t)
    ut, ux = gradient(u.sum(), t, x)
    uxx, = gradient(ux.sum(), x)
    uxxx, = gradient(uxx.sum(), x)
    start = field(x, torch.zeros_like(t)) - 0.5 / x.cosh().square()
    return (ut + 6 * u * ux + uxxx).square().mean() + start.square().mean()


@net({"x": (2, (1, 4, 6))},
     {**conv("conv2d", 1, 4, 5, 1), **conv("conv2d", 2, 5, 2, 3), "scale": (4, 1, 1), "shift": (4, 1, 1),
      "L": (4, 4), "U": (4, 4), "d": (4,)}, lambda p: O.Adam(p, lr=0.01), clip(5))
def glow(p, x):
    h = (F.pixel_unshuffle(x, 2) + p["shift"]) * p["scale"].exp()
    lower, upper = p["L"].tril(-1) + torch.eye(4), p["U"].triu(1) + torch.diag(p["d"].exp())
    W = lower.flip(0) @ upper
    a, b = F.conv2d(h, W[:, :, None, None]).chunk(2, 1)
    t, s = conv2(p, 1, conv2(p, 2, a, padding=1).relu()).chunk(2, 1)
    s = (s + 2).sigmoid()
    z = torch.cat([a, (b + t) * s], 1)
    return (0.5 * z.square().sum((1, 2, 3)) - 6 * (p["scale"].sum() + torch.linalg.slogdet(W)[1])
            - s.log().sum((1, 2, 3))).mean()


@net({"x": (3, (2, 5, 7)), "y": (3, (), 3)}, {**linear(1, 70, 6), **conv("conv2d", 1, 3, 2, 3), **linear(2, 45, 3)},
     lambda p: O.SGD(p, lr=0.05, momentum=0.9))
def sampler(p, x, y):
    turn = 0.3 * dense(p, 1, x.flatten(1)).tanh() + torch.eye(2, 3).flatten()
    grid = F.affine_grid(turn.reshape(-1, 2, 3), x.shape, align_corners=False)
    h = conv2(p, 1, F.grid_sample(x, grid, align_corners=False)).tanh()
    return classes(dense(p, 2, h.flatten(1)), y)


@net({"x": (2, (4, 3)), "y": (2, (4, 3))},
     {**linear(1, 13, 6), **linear(2, 6, 10), **linear(3, 6, 18), **linear(4, 10, 3), "start": (5, 4)},
     lambda p: O.RMSprop(p, lr=0.005, alpha=0.95), clip(1))
def memory(p, x, y):
    def address(raw, w, mem):
        k, beta, g, s, gamma = raw[:, :10].split([4, 1, 1, 3, 1], -1)
        like = (mem * k.tanh()[:, None]).sum(-1) / (mem.norm(dim=-1) * k.tanh().norm(dim=-1, keepdim=True) + 1e-8)
        g, s = g.sigmoid(), s.softmax(-1)
        w = g * (F.softplus(beta) * like).softmax(-1) + (1 - g) * w
        w = (w.roll(-1, 1) * s[:, :1] + w * s[:, 1:2] + w.roll(1, 1) * s[:, 2:]) ** (1 + F.softplus(gamma))
        return w / w.sum(-1, keepdim=True)
    h, mem, r, outs = torch.zeros(2, 6), p["start"].expand(2, 5, 4), torch.zeros(2, 4), []
    ww = wr = torch.full((2, 5), 0.2)
    for v in x.unbind(1):
        h = dense(p, 1, torch.cat([v, r, h], 1)).tanh()
        raw = dense(p, 3, h)
        ww = address(raw, ww, mem)
        mem = mem * (1 - ww[..., None] * raw[:, None, 10:14].sigmoid()) + ww[..., None] * raw[:, None, 14:].tanh()
        wr = address(dense(p, 2, h), wr, mem)
        r = (wr[..., None] * mem).sum(1)
        outs.append(dense(p, 4, torch.cat([h, r], 1)))
    return F.mse_loss(torch.stack(outs, 1), y)


@net({"x": (2, (6,), 5), "y": (2, (6,), 5)},
     {"embedding1.weight": (5, 4), **norm("layernorm", 1, 4), **norm("layernorm", 2, 4),
      **{k: v for i in (1, 2, 3, 4) for k, v in linear(i, 4, 4, False).items()}, **linear(5, 9, 4, False),
      **linear(6, 4, 9, False), **linear(7, 4, 5, False), "mix": (3, 4), "decay": (4,), "bonus": (4,)},
     lambda p: O.Adam(p, lr=0.01))
def rwkv(p, x, y):
    h = p["embedding1.weight"][x]
    n = normed(p, 1, h)
    before = F.pad(n, (0, 0, 1, 0))[:, :6]
    k, v, r = (dense(p, i + 1, n * m + before * (1 - m)) for i, m in enumerate(p["mix"]))
    outs = []
    for t in range(6):
        ago = torch.arange(t - 1, -1, -1.0)[:, None]
        e = torch.cat([k[:, :t] - ago * p["decay"].exp(), k[:, t:t + 1] + p["bonus"]], 1)
        outs.append((e.softmax(1) * v[:, :t + 1]).sum(1))
    h = h + dense(p, 4, r.sigmoid() * torch.stack(outs, 1))
    h = h + dense(p, 5, dense(p, 6, normed(p, 2, h)).relu().square())
    return classes(dense(p, 7, h), y)


@net({"x": (2, (3, 1, 4, 5)), "y": (2, (2, 4, 5))},
     {**conv("conv2d", 1, 8, 3, 3), **linear(1, 2, 3), "peep": (3, 2, 4, 5), "kernels": (3, 36)},
     lambda p: O.SGD(p, lr=0.1, momentum=0.9, nesterov=True))
def frames(p, x, y):
    h = c = torch.zeros(2, 2, 4, 5)
    for frame in x.unbind(1):
        i, g, f, o = conv2(p, 1, torch.cat([frame, h], 1), padding=1).chunk(4, 1)
        c = (f + p["peep"][1] * c).sigmoid() * c + (i + p["peep"][0] * c).sigmoid() * g.tanh()
        h = (o + p["peep"][2] * c).sigmoid() * c.tanh()
    own = (dense(p, 1, h.mean((2, 3))).softmax(-1) @ p["kernels"]).reshape(2, 2, 2, 3, 3)
    z = torch.cat([F.conv2d(h[b:b + 1], own[b], padding=1) for b in (0, 1)])
    return F.mse_loss(z, y)


if __name__ == "__main__":
    for each in make_nets.NETS:
        if each not in EARLIER:
            make_net(each)
