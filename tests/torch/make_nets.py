"""Figures of PyTorch for net_*.lua: ten steps of whole networks.

Each network is written here once more, on tensors of plain names, with PyTorch's own
layers where it has them. net.lua makes the same rows from the same formula.

    python3 make_nets.py
"""

import math

import torch
import torch.nn.functional as F

from make import Lion, O, save, seeded

NETS = {}


def net(inputs, params, optimiser, after=None):
    """inputs: name -> row shape, or (row shape, limit); params: name -> shape."""
    def add(loss):
        NETS[loss.__name__] = (inputs, params, optimiser, after, loss)
    return add


def rows(k, count, shape, limit):
    width = math.prod(shape)
    i, j = torch.arange(1, count + 1)[:, None], torch.arange(1, width + 1)[None, :]
    if limit:
        return ((i * 5 + j * 3 + k + i * j) % limit).reshape(count, *shape)
    return (((i * 7 + j * 3 + k * 5 + i * j) % 17 - 8).double() / 8).reshape(count, *shape)


def linear(n, i, o, bias=True):
    return {f"linear{n}.weight": (i, o), **({f"linear{n}.bias": (o,)} if bias else {})}


def conv(kind, n, o, i, k, bias=True):
    k = k if isinstance(k, tuple) else (k, k)
    out = {f"{kind}{n}.weight": (o, i, *k)}
    return {**out, f"{kind}{n}.bias": (i if kind == "convtranspose2d" else o,)} if bias else out


def norm(kind, n, d):
    return {f"{kind}{n}.weight": (d,), **({} if kind == "rmsnorm" else {f"{kind}{n}.bias": (d,)})}


def wb(p, name):
    return p[name + ".weight"], p.get(name + ".bias")


def dense(p, n, x):
    w, b = wb(p, f"linear{n}")
    return x @ w if b is None else x @ w + b


def conv2(p, n, x, **how):
    return F.conv2d(x, *wb(p, f"conv2d{n}"), **how)


def classes(scores, labels, **how):
    return F.cross_entropy(scores.reshape(-1, scores.shape[-1]), labels.reshape(-1), **how)


def gradient(y, *xs):
    return torch.autograd.grad(y, xs, create_graph=True)


def free(x):
    return x.clone().requires_grad_()


@net({"x": (3, (6, 3)), "y": (3, (6,), 4)}, {"W": (3, 4), "moves": (4, 4)},
     lambda p: O.Adam(p, lr=0.05))
def crf(p, x, y):
    e = x @ p["W"]
    a = e[:, 0]
    score = e.gather(2, y[..., None]).sum((1, 2))
    for t in range(1, 6):
        a = (a[:, :, None] + p["moves"]).logsumexp(1) + e[:, t]
        score = score + p["moves"][y[:, t - 1], y[:, t]]
    return (a.logsumexp(1) - score).mean()


GRU = {f"gru1.{a}_{b}{c}": s for c, i in (("", 4), ("_2", 6)) for a, b, s in (
    ("weight", "ih", (i, 18)), ("weight", "hh", (6, 18)), ("bias", "ih", (18,)), ("bias", "hh", (18,)))}


@net({"x": (3, (5,), 13), "y": (3, (), 3)},
     {"embedding1.weight": (13, 4), **GRU, **linear(1, 6, 3)}, lambda p: O.Adam(p, lr=0.01),
     lambda p: torch.nn.utils.clip_grad_value_(p, 0.02))
def gru(p, x, y):
    h = p["embedding1.weight"][x]
    for c in ("", "_2"):
        state, outs = torch.zeros(len(h), 6), []
        for t in range(5):
            state = torch.gru_cell(h[:, t], state, p["gru1.weight_ih" + c].t(),
                                   p["gru1.weight_hh" + c].t(), p["gru1.bias_ih" + c],
                                   p["gru1.bias_hh" + c])
            outs.append(state)
        h = torch.stack(outs, 1)
    return classes(dense(p, 1, h[:, -1]), y, label_smoothing=0.1)


@net({"x": (4, (6, 3)), "y": (4, (6,), 4), "length": (4, (), 6)},
     {"fx": (3, 5), "fh": (5, 5), "fb": (5,), "bx": (3, 5), "bh": (5, 5), "bb": (5,), "W": (10, 4)},
     lambda p: O.Adam(p, lr=0.01))
def birnn(p, x, y, length):
    def run(name, xs):
        h, outs = torch.zeros(len(x), 5), []
        for v in xs:
            h = torch.tanh(v @ p[name + "x"] + h @ p[name + "h"] + p[name + "b"])
            outs.append(h)
        return torch.stack(outs)
    xs = x.transpose(0, 1)
    both = torch.cat([run("f", xs), run("b", xs.flip(0)).flip(0)], -1).transpose(0, 1)
    each = classes(both @ p["W"], y, reduction="none").reshape(y.shape)
    mask = (torch.arange(6) < length[:, None]).double()
    return (each * mask).sum() / mask.sum().clamp(min=1)


@net({"x": (2, (6,), 11), "y": (2, (6,), 11)},
     {"embedding1.weight": (11, 8), **norm("rmsnorm", 1, 8), **linear(1, 8, 8), **linear(2, 8, 4),
      **linear(3, 8, 4), **linear(4, 8, 8), **norm("rmsnorm", 2, 8), **linear(5, 8, 12),
      **linear(6, 8, 12), **linear(7, 12, 8), **linear(8, 8, 11, False)}, lambda p: Lion(p, lr=0.001))
def attention(p, x, y):
    def rms(n, v):
        return v / (v.square().mean(-1, keepdim=True) + 1e-6).sqrt() * p[f"rmsnorm{n}.weight"]
    angle = torch.arange(6).double()[:, None] / 100 ** (torch.arange(2).double() / 2)
    turn = torch.polar(torch.ones_like(angle), angle)

    def turned(v):
        v = torch.complex(*v.chunk(2, -1)) * turn
        return torch.cat([v.real, v.imag], -1)
    h = p["embedding1.weight"][x]
    n = rms(1, h)
    q = dense(p, 1, n).reshape(-1, 6, 2, 4).transpose(1, 2)
    k, v = dense(p, 2, n)[:, None], dense(p, 3, n)[:, None]
    scores = turned(q) @ turned(k).transpose(-1, -2) / 2
    scores = scores.masked_fill(torch.ones(6, 6).triu(1).bool(), -math.inf)
    h = h + dense(p, 4, (scores.softmax(-1) @ v).transpose(1, 2).flatten(2))
    n = rms(2, h)
    h = h + dense(p, 7, F.silu(dense(p, 5, n)) * dense(p, 6, n))
    return classes(dense(p, 8, h), y)


def decays_matrices(p):
    return O.AdamW([{"params": [w for w in p if w.dim() > 1], "weight_decay": 0.1},
                    {"params": [w for w in p if w.dim() < 2], "weight_decay": 0}], lr=0.01)


@net({"x": (2, (2, 6, 6)), "y": (2, (1, 6, 6), 2)},
     {**conv("conv2d", 1, 4, 2, 3, False), **norm("groupnorm", 1, 4),
      **conv("conv2d", 2, 6, 4, 3, False), **norm("groupnorm", 2, 6),
      **conv("convtranspose2d", 1, 6, 4, 2), **conv("conv2d", 3, 4, 8, 3, False),
      **norm("groupnorm", 3, 4), **conv("conv2d", 4, 1, 4, 1)}, decays_matrices,
     lambda p: torch.nn.utils.clip_grad_norm_(p, 0.5))
def unet(p, x, y):
    def block(n, v):
        return F.group_norm(conv2(p, n, v, padding=1), 2, *wb(p, f"groupnorm{n}")).relu()
    y = y.double()
    a = block(1, x)
    up = F.conv_transpose2d(block(2, F.max_pool2d(a, 2)), *wb(p, "convtranspose2d1"), stride=2)
    out = conv2(p, 4, block(3, torch.cat([up, a], 1)))
    s = out.sigmoid()
    dice = 1 - (2 * (s * y).sum() + 1) / (s.sum() + y.sum() + 1)
    return F.binary_cross_entropy_with_logits(out, y) + dice


@net({"x": (3, (2, 7, 7)), "y": (3, (), 5)},
     {**conv("conv2d", 1, 4, 2, 3), **conv("conv2d", 2, 4, 1, 3, False), **norm("groupnorm", 1, 4),
      **conv("conv2d", 3, 6, 4, 3), **conv("conv2d", 4, 6, 4, 1, False), **linear(1, 6, 5)},
     lambda p: O.SGD(p, lr=0.1, momentum=0.9))
def resnet(p, x, y):
    h = conv2(p, 1, x, padding=1).relu()
    r = F.group_norm(conv2(p, 2, h, padding=2, dilation=2, groups=4), 4, *wb(p, "groupnorm1")).relu()
    h = (conv2(p, 3, r, stride=2, padding=1) + conv2(p, 4, h, stride=2)).relu()
    return classes(dense(p, 1, h.mean((2, 3))), y)


TCN = [(1, 4, 3, 1)] + [(n, 4, 4, 3) for n in range(2, 8)] + [(8, 1, 4, 1)]


@net({"x": (2, (3, 19)), "y": (2, (1, 19))},
     {name: s for n, o, i, k in TCN for name, s in conv("conv1d", n, o, i, (k,)).items()},
     lambda p: O.RMSprop(p, lr=0.01))
def tcn(p, x, y):
    def causal(n, d, v):
        w, b = wb(p, f"conv1d{n}")
        return F.conv1d(F.pad(v, ((w.shape[2] - 1) * d, 0)), w, b, dilation=d)
    h = causal(1, 1, x)
    for i, d in enumerate((1, 2, 4)):
        h = h + causal(2 * i + 2, d, h).tanh() * causal(2 * i + 3, d, h).sigmoid()
    return F.smooth_l1_loss(causal(8, 1, h), y, beta=0.5) * 0.5


@net({"x": (4, (2,)), "y": (4, (2,))}, {**linear(1, 3, 7), **linear(2, 7, 2)},
     lambda p: O.Adam(p, lr=0.01))
def ode(p, x, y):
    def f(z, t):
        return dense(p, 2, dense(p, 1, torch.cat([z, torch.full((len(z), 1), t)], 1)).tanh())
    z, dt = x, 0.125
    for i in range(8):
        t = i * dt
        k1 = f(z, t)
        k2 = f(z + dt / 2 * k1, t + dt / 2)
        k3 = f(z + dt / 2 * k2, t + dt / 2)
        z = z + dt / 6 * (k1 + 2 * k2 + 2 * k3 + f(z + dt * k3, t + dt))
    return F.mse_loss(z, y)


@net({"x": (5, (2,))}, {**linear(1, 2, 6), **linear(2, 6, 6), **linear(3, 6, 1)},
     lambda p: O.SGD(p, lr=0.02))
def wave(p, x):
    x = free(x)
    u = dense(p, 3, dense(p, 2, dense(p, 1, x).tanh()).tanh())
    du, = gradient(u.sum(), x)
    xx, tt = (gradient(du[:, i].sum(), x)[0][:, i] for i in (0, 1))
    return F.mse_loss(tt, 4 * xx) + (u - x.prod(1, keepdim=True)).square().mean()


@net({"x": (4, (1,)), "y": (4, (1,)), "u": (4, (1,)), "v": (4, (1,))},
     {"a": (1, 6), "b": (6,), "c": (6, 1), "d": (1,), "rate": ()}, lambda p: O.Adam(p, lr=0.01))
def maml(p, x, y, u, v):
    def f(x, q):
        return (x @ q[0] + q[1]).tanh() @ q[2] + q[3]
    q = [p[k] for k in "abcd"]
    for _ in range(2):
        q = [w - p["rate"] * g for w, g in zip(q, gradient(F.mse_loss(f(x, q), y), *q))]
    return F.mse_loss(f(u, q), v)


@net({"real": (3, (1, 6, 6)), "fake": (3, (1, 6, 6)), "part": (3, (1, 1, 1))},
     {**conv("conv2d", 1, 3, 1, 3), **norm("groupnorm", 1, 3), **linear(1, 27, 1)},
     lambda p: O.Adam(p, lr=0.001, betas=(0, 0.9)))
def critic(p, real, fake, part):
    def f(x):
        h = F.silu(conv2(p, 1, x, stride=2, padding=1))
        return dense(p, 1, F.group_norm(h, 1, *wb(p, "groupnorm1")).flatten(1))
    mid = free(part * real + (1 - part) * fake)
    g = gradient(f(mid).sum(), mid)[0].flatten(1).norm(dim=1)
    return f(fake).mean() - f(real).mean() + 10 * (g - 1).square().mean()


@net({"x": (6, (4,))}, {name: s for n in (1, 4, 7) for q in (
    linear(n, 2, 5), linear(n + 1, 5, 2), linear(n + 2, 5, 2)) for name, s in q.items()},
     lambda p: O.Adagrad(p, lr=0.02))
def flow(p, x):
    z, logdet = x, 0
    for n in (1, 4, 7):
        a, b = z.chunk(2, 1)
        h = F.elu(dense(p, n, a))
        s = dense(p, n + 1, h).tanh()
        z = torch.cat([b * s.exp() + dense(p, n + 2, h), a], 1)
        logdet = logdet + s.sum(1)
    return -(-0.5 * z.square().sum(1) - 2 * math.log(2 * math.pi) + logdet).mean()


@net({"z": (2, (7,))}, {"q": (), "r": ()}, lambda p: O.Adam(p, lr=0.1))
def kalman(p, z):
    A, H = torch.tensor([[1.0, 1], [0, 1]]), torch.tensor([[1.0, 0]])
    Q, R = torch.tensor([[0.25, 0.5], [0.5, 1]]) * p["q"].exp(), p["r"].exp()
    m, P, total = torch.zeros(len(z), 2), 10 * torch.eye(2).expand(len(z), 2, 2), 0
    for t in range(7):
        m, P = m @ A.T, A @ P @ A.T + Q
        S = H @ P @ H.T + R
        K, e = P @ H.T / S, z[:, t, None] - m @ H.T
        total = total + (e[:, 0] ** 2 / S[:, 0, 0] + S[:, 0, 0].log())
        m, P = m + (K * e[:, None]).squeeze(2), (torch.eye(2) - K @ H) @ P
    return 0.5 * total.mean()


@net({"x": (5, (6,))}, {**linear(1, 6, 3), **linear(2, 3, 2), **linear(3, 3, 6), **linear(4, 3, 6),
                        "book": (4, 3)}, lambda p: O.SGD(p, lr=0.1, momentum=0.9, nesterov=True))
def quantised(p, x):
    z = dense(p, 1, x)
    q = p["book"][(z[:, None] - p["book"]).square().sum(2).argmin(1)]
    code = z + (q - z).detach()
    g = dense(p, 2, code).softmax(1)
    out = g[:, :1] * dense(p, 3, code) + g[:, 1:] * dense(p, 4, code).relu()
    even = 2 * (F.one_hot(g.argmax(1), 2).double().mean(0) * g.mean(0)).sum()
    return (F.mse_loss(out, x) + F.mse_loss(q, z.detach()) + 0.25 * F.mse_loss(z, q.detach())
            + 0.1 * even)


def lstm(p, x, n=1):
    h = torch.zeros(1, len(x), p[f"lstm{n}.weight_hh"].shape[0])
    outs, h, c = torch._VF.lstm(x, (h, h), [p[f"lstm{n}.weight_ih"].t(), p[f"lstm{n}.weight_hh"].t(),
                                            p[f"lstm{n}.bias_ih"], p[f"lstm{n}.bias_hh"]],
                                True, 1, 0.0, False, False, True)
    return outs, h[0], c[0]


class Cosine(O.AdamW):
    """AdamW whose rate rises for three steps and falls along a cosine to the tenth."""

    def step(self):
        t = self.turn = getattr(self, "turn", -1) + 1
        fall = 0.001 + 0.019 * (1 + math.cos(math.pi * (t - 3) / 7)) / 2
        self.param_groups[0]["lr"] = 0.02 * (t + 1) / 3 if t < 3 else fall
        super().step()


@net({"src": (2, (5,), 7), "before": (2, (4,), 7), "after": (2, (4,), 7)},
     {"lstm1.weight_ih": (3, 16), "lstm1.weight_hh": (4, 16), "lstm1.bias_ih": (16,),
      "lstm1.bias_hh": (16,), "embedding1.weight": (7, 3), "embedding2.weight": (7, 3),
      **linear(1, 4, 7), "Wq": (4, 4), "Wk": (4, 4), "v": (4, 1), "W": (7, 16), "U": (4, 16),
      "b": (16,)}, lambda p: Cosine(p, weight_decay=0.01),
     lambda p: torch.nn.utils.clip_grad_norm_(p, 1))
def seq2seq(p, src, before, after):
    enc, h, c = lstm(p, p["embedding1.weight"][src])
    keys, hs, sharp = enc @ p["Wk"], [], []
    for x in p["embedding2.weight"][before].unbind(1):
        e = ((keys + (h @ p["Wq"])[:, None]).tanh() @ p["v"]).squeeze(-1)
        a = e.masked_fill(src == 0, -1e9).softmax(-1)
        gates = torch.cat([x, (a[:, None] @ enc)[:, 0]], 1) @ p["W"] + h @ p["U"] + p["b"]
        i, f, g, o = gates.chunk(4, 1)
        c = f.sigmoid() * c + i.sigmoid() * g.tanh()
        h = o.sigmoid() * c.tanh()
        hs.append(h)
        sharp.append(a.square().sum(1))
    each = classes(dense(p, 1, torch.stack(hs, 1)), after, reduction="none", label_smoothing=0.1)
    real = (after != 0).double().flatten()
    return (each * real).sum() / real.sum().clamp(min=1) - 0.1 * torch.stack(sharp).mean()


@net({"x": (2, (5,), 9), "y": (2, (5,), 9)},
     {"E": (9, 8), "qkv": (8, 24), "out": (8, 8), "router": (8, 4), "gate": (4, 8, 3),
      "up": (4, 8, 3), "down": (4, 3, 8)}, lambda p: O.SGD(p, lr=0.1, momentum=0.9))
def experts(p, x, y):
    h, at = p["E"][x], torch.arange(5)
    q, k, v = (h @ p["qkv"]).reshape(-1, 5, 6, 4).transpose(1, 2).chunk(3, 1)
    slopes = torch.tensor([2.0 ** -4, 2.0 ** -8])[:, None, None]
    scores = q @ k.transpose(2, 3) / 2 + slopes * (at - at[:, None])
    scores = scores.masked_fill(at > at[:, None], -math.inf)
    h = h + (scores.softmax(-1) @ v).transpose(1, 2).flatten(2) @ p["out"]
    chance = (h @ p["router"]).softmax(-1)
    weight, which = chance.topk(2)
    weight = weight / weight.sum(-1, keepdim=True)
    total = 0
    for n in range(4):
        out = (F.silu(h @ p["gate"][n]) * (h @ p["up"][n])) @ p["down"][n]
        total = total + out * (weight * (which == n)).sum(-1, keepdim=True)
    first = F.one_hot(which[..., 0], 4).double()
    even = 4 * (first.mean((0, 1)) * chance.mean((0, 1))).sum()
    return classes((h + total) @ p["E"].t(), y) + 0.1 * even


@net({"x": (2, (7,), 6), "y": (2, (7,), 6)},
     {"embedding1.weight": (6, 4), **linear(1, 4, 8, False), **norm("rmsnorm", 1, 4),
      **conv("conv1d", 1, 4, 1, (3,)), **linear(2, 4, 7, False), **linear(3, 1, 4),
      **linear(4, 4, 4, False), **linear(5, 4, 6), "logA": (4, 3), "skip": (4,)},
     lambda p: O.Adam(p, lr=0.01), lambda p: torch.nn.utils.clip_grad_value_(p, 0.02))
def mamba(p, x, y):
    h = p["embedding1.weight"][x]
    n = h / (h.square().mean(-1, keepdim=True) + 1e-6).sqrt() * p["rmsnorm1.weight"]
    u, z = dense(p, 1, n).chunk(2, -1)
    u = F.conv1d(F.pad(u.transpose(1, 2), (2, 0)), *wb(p, "conv1d1"), groups=4)
    u = F.silu(u.transpose(1, 2))
    dt, b, c = dense(p, 2, u).split([1, 3, 3], -1)
    dt, s, ys = F.softplus(dense(p, 3, dt)), 0, []
    for t in range(7):
        step = dt[:, t, :, None]
        s = (-step * p["logA"].exp()).exp() * s + step * b[:, t, None] * u[:, t, :, None]
        ys.append((s * c[:, t, None]).sum(-1))
    h = h + dense(p, 4, (torch.stack(ys, 1) + u * p["skip"]) * F.silu(z))
    return classes(dense(p, 5, h), y)


@net({"x": (3, (8, 4)), "target": (3, (3,), 4)},
     {"gru1.weight_ih": (4, 18), "gru1.weight_hh": (6, 18), "gru1.bias_ih": (18,),
      "gru1.bias_hh": (18,), **linear(1, 6, 5)}, lambda p: O.RMSprop(p, lr=0.01))
def ctc(p, x, target):
    state, outs = torch.zeros(len(x), 6), []
    for v in x.unbind(1):
        state = torch.gru_cell(v, state, p["gru1.weight_ih"].t(), p["gru1.weight_hh"].t(),
                               p["gru1.bias_ih"], p["gru1.bias_hh"])
        outs.append(state)
    logp, each = dense(p, 1, torch.stack(outs)).log_softmax(-1), torch.ones(len(x)).long()
    return F.ctc_loss(logp, target + 1, 8 * each, 3 * each, reduction="none").mean()


@net({"x": (2, (16, 3)), "y": (2, (16, 3))},
     {**linear(1, 3, 9), **conv("conv1d", 1, 9, 1, (3,)), **linear(2, 3, 5), **linear(3, 5, 3),
      **linear(4, 3, 3), "decay": (3,)}, lambda p: O.Adam(p, lr=0.01))
def hyena(p, x, y):
    t = torch.arange(16).double() / 16
    at = torch.stack([t, (2 * math.pi * t).sin(), (2 * math.pi * t).cos()], 1)
    taps = dense(p, 3, (3 * dense(p, 2, at)).sin()) * (-t[:, None] * p["decay"].abs()).exp()
    short = F.conv1d(dense(p, 1, x).transpose(1, 2), *wb(p, "conv1d1"), padding=2, groups=9)
    q, k, v = short[..., :16].chunk(3, 1)
    long = torch.fft.irfft(torch.fft.rfft(k * v, n=32) * torch.fft.rfft(taps.t(), n=32), n=32)
    return F.mse_loss(dense(p, 4, (q * long[..., :16]).transpose(1, 2)), y)


@net({"x": (6, (4,)), "price": (6, (1,)), "count": (6, (1,), 5), "grade": (6, (), 4),
      "time": (6, ()), "ended": (6, (), 2)},
     {**linear(1, 4, 8), **norm("layernorm", 1, 8), **linear(2, 8, 1), **linear(3, 8, 1),
      **linear(4, 8, 3), **linear(5, 8, 1, False), **linear(6, 8, 1), "steps": (3,), "doubt": (5,)},
     lambda p: O.Adam(p, lr=0.01))
def heads(p, x, price, count, grade, time, ended):
    h = F.silu(F.layer_norm(dense(p, 1, x), (8,), *wb(p, "layernorm1")))
    mu, off, q = dense(p, 3, h), price - dense(p, 4, h), torch.tensor([0.1, 0.5, 0.9])
    above = (grade[:, None] > torch.arange(3)).double()
    risk = dense(p, 6, h)[:, 0]
    rest = torch.stack([risk[time >= t].logsumexp(0) for t in time])
    losses = torch.stack([
        F.poisson_nll_loss(dense(p, 2, h), count), (2 * (mu / 2).exp() + 2 * count * (-mu / 2).exp()).mean(),
        torch.maximum(q * off, (q - 1) * off).mean(),
        F.binary_cross_entropy_with_logits(dense(p, 5, h) - p["steps"], above),
        ((rest - risk) * ended).sum() / ended.sum().clamp(min=1)])
    return ((-p["doubt"]).exp() * losses + p["doubt"]).sum()


def make_net(name):
    inputs, shapes, optimiser, after, loss = NETS[name]
    seeded("net_" + name)
    params = {key: (torch.randn(shape) * 0.5).requires_grad_() for key, shape in shapes.items()}
    batch = next(iter(inputs.values()))[0]
    data = [rows(k + 1, 2 * batch, how[1], how[2] if len(how) > 2 else None)
            for k, how in enumerate(inputs.values())]
    out = {key: p.detach().clone() for key, p in params.items()}
    train = optimiser(list(params.values()))
    for step in range(10):
        at = step % 2 * batch
        train.zero_grad()
        loss(params, *(d[at:at + batch] for d in data)).backward()
        if after:
            after(list(params.values()))
        train.step()
    out.update({"want." + key: p.detach() for key, p in params.items()})
    save("net_" + name, out)


if __name__ == "__main__":
    for each in NETS:
        make_net(each)
