"""Figures of PyTorch for further net_*.lua, of volumes, of clouds of points and of rules of
learning that a script writes out: see make_nets.py.

    python3 make_rules.py
"""

import math

import torch
import torch.nn.functional as F

import make_nets
from make import O
from make_nets import classes, dense, linear, make_net, net, norm
from make_views import scoped

EARLIER = list(make_nets.NETS)  # those of make_views too
TIMES = []  # the steps that the rules have done


class Nothing(O.Optimizer):
    """What is learnt was written out."""
    def __init__(self, params):
        super().__init__(params, {})

    def step(self):
        pass


@net({"clip": (3, (2, 4, 6, 8)), "label": (3, (), 4)},
     {"conv3d1.weight": (4, 2, 3, 3, 3), "conv3d1.bias": (4,), "prelu1.weight": (4,),
      "conv3d2.weight": (6, 2, 3, 3, 2), "conv3d2.bias": (6,), "conv3d3.weight": (6, 1, 1, 3, 3),
      "convtranspose3d1.weight": (6, 1, 2, 2, 3), "convtranspose3d1.bias": (2,), **linear(1, 6, 3)},
     lambda p: O.SGD(p, lr=0.05, momentum=0.9))
def volume(p, clip, label):
    def conv3(n, x, **how):
        return F.conv3d(x, p[f"conv3d{n}.weight"], p.get(f"conv3d{n}.bias"), **how)
    h = F.max_pool3d(F.prelu(conv3(1, clip, padding=1), p["prelu1.weight"]), (1, 2, 2))
    h = F.mish(conv3(2, h, padding=(1, 1, 0), stride=(2, 1, 1), groups=2))
    h = F.hardswish(conv3(3, h, padding=(0, 1, 1), groups=6))
    again = F.conv_transpose3d(h, p["convtranspose3d1.weight"], p["convtranspose3d1.bias"],
                               stride=(2, 2, 3), padding=(0, 0, 1), groups=2)
    named = F.cross_entropy(dense(p, 1, h.mean((2, 3, 4))), label, torch.tensor([1, 0.5, 2]),
                            ignore_index=3, label_smoothing=0.1)
    return named + 0.1 * F.mse_loss(again, F.avg_pool3d(clip, (1, 1, 2), stride=1))


@net({"x": (6, (3,)), "y": (6, (2,))},
     {"map": (8, 3), "W": (3, 2), "v": (3, 2), "order": (8,)}, lambda p: Nothing(p))
def rules(p, x, y):
    step = len(TIMES)
    TIMES.append(step)
    at, W, v = p["map"].detach(), p["W"].detach(), p["v"].detach()
    far, place = torch.cdist(x, at), torch.linspace(0, 1, 8)
    pull = torch.exp(-(place[far.argmin(-1)][:, None] - place) ** 2 / (0.1 + 0.5 * 0.9 ** step))
    off = x @ W - y
    loss = far.sort(-1).values[:, :2].mean() + (off ** 2).mean()
    with torch.no_grad():
        p["order"].add_(at.norm(dim=1).sort(descending=True).indices)
        p["map"].add_(0.2 * torch.einsum("bn,bnd->nd", pull, x[:, None] - at) / len(x))
        p["v"].mul_(0.9).add_(x.T @ (2 * off) / off.numel())
        p["W"].sub_(0.1 * p["v"])
    return loss + 0 * sum(q.sum() for q in p.values())

CODER = {**linear(1, 6, 8), **norm("layernorm", 1, 8), **linear(2, 8, 5)}


@net({"a": (4, (6,)), "b": (4, (6,))},
     {**scoped("online", CODER), **scoped("follower", CODER), "queue": (12, 5)},
     lambda p: O.SGD(p, lr=0.1, momentum=0.9))
def queue(p, a, b):
    def code(name, x):
        x = x @ p[name + ".linear1.weight"] + p[name + ".linear1.bias"]
        x = F.layer_norm(x, (8,), p[name + ".layernorm1.weight"], p[name + ".layernorm1.bias"])
        x = F.selu(x) @ p[name + ".linear2.weight"] + p[name + ".linear2.bias"]
        return F.normalize(x, dim=-1)
    z, held = code("online", a), p["queue"].detach().clone()
    with torch.no_grad():
        key = code("follower", b)
    far = (z @ F.normalize(held, dim=-1).T).topk(7).values
    score = torch.cat([(z * key).sum(-1, keepdim=True), far], 1) / 0.2
    loss = F.cross_entropy(score, torch.zeros(len(a), dtype=torch.long))
    loss = loss + F.triplet_margin_loss(z, key, key.flip(0), margin=0.3, eps=0)
    loss = loss - 0.1 * torch.cdist(z, z).triu(1).mean()
    with torch.no_grad():
        p["queue"].copy_(torch.cat([key, held[:-len(a)]]))
        for name in CODER:
            p["follower." + name].lerp_(p["online." + name], 0.1)
    return loss


class Orthogonal(O.Optimizer):
    """Five products for matrices, means of rows and columns for a table, signs."""
    def __init__(self, params):
        super().__init__(params, {})

    @torch.no_grad()
    def step(self):
        table, *others = self.param_groups[0]["params"]
        for q in (table, *others):
            s = self.state[q]
            m = s["m"] = 0.9 * s.get("m", 0) + q.grad
            if q is table:
                square = q.grad ** 2
                s["row"] = 0.9 * s.get("row", 0) + 0.1 * square.mean(1)
                s["column"] = 0.9 * s.get("column", 0) + 0.1 * square.mean(0)
                v = torch.outer(s["row"], s["column"]) / s["row"].mean()
                q.sub_(0.02 * q.grad / (v.sqrt() + 1e-3))
            elif q.dim() == 2:
                g = q.grad + 0.9 * m
                x = (g.T if g.shape[0] > g.shape[1] else g) / (g.norm() + 1e-7)
                for _ in range(5):
                    a = x @ x.T
                    x = 3.4445 * x + (2.0315 * a @ a - 4.775 * a) @ x
                q.sub_(0.02 * (x.T if g.shape[0] > g.shape[1] else x))
            else:
                q.sub_(0.02 * m.sign())


@net({"ids": (3, (5,), 9), "y": (3, (5,), 9)},
     {"embedding1.weight": (9, 6), "gru1.weight_ih": (6, 12), "gru1.weight_hh": (4, 12),
      "gru1.bias_ih": (12,), "gru1.bias_hh": (12,), **linear(1, 4, 8), **linear(2, 8, 6)},
     Orthogonal)
def orthogonal(p, ids, y):
    table, w = p["embedding1.weight"], [p["gru1." + part] for part in
                                        ("weight_ih", "weight_hh", "bias_ih", "bias_hh")]
    outs, _ = torch._VF.gru(table[ids], torch.zeros(1, 3, 4), [w[0].T, w[1].T, w[2], w[3]],
                            True, 1, 0.0, True, False, True)
    return classes(dense(p, 2, F.mish(dense(p, 1, outs))) @ table.T, y)


@net({"points": (2, (7, 3))},
     {"conv1d1.weight": (6, 3, 1), "conv1d1.bias": (6,), **linear(1, 6, 9),
      "conv1d2.weight": (8, 3, 1), "conv1d2.bias": (8,), **norm("groupnorm", 1, 8),
      **linear(2, 10, 8), **linear(3, 4, 3)}, lambda p: O.Adam(p, lr=0.01))
def cloud(p, points):
    def conv1(n, x):
        return F.conv1d(x, p[f"conv1d{n}.weight"], p[f"conv1d{n}.bias"])
    turn = F.softsign(conv1(1, points.transpose(1, 2))).amax(2)
    turn = dense(p, 1, turn).reshape(-1, 3, 3) + torch.eye(3)
    h = conv1(2, (points @ turn).transpose(1, 2))
    code = F.hardswish(F.group_norm(h, 2, p["groupnorm1.weight"], p["groupnorm1.bias"])).amax(2)
    grid = torch.stack([torch.linspace(-1, 1, 6), torch.linspace(1, -0.5, 6) ** 2], 1)
    made = torch.cat([code[:, None].expand(-1, 6, -1), grid.expand(len(code), -1, -1)], 2)
    made = dense(p, 3, F.glu(F.selu(dense(p, 2, made))))
    d = ((made[:, :, None] - points[:, None]) ** 2).sum(-1)
    f, u = torch.zeros(len(d), 6), torch.zeros(len(d), 7)
    for _ in range(4):
        f = 0.5 * math.log(7) - 0.5 * ((u[:, None] - d) / 0.5).logsumexp(2)
        u = 0.5 * math.log(6) - 0.5 * ((f[:, :, None] - d) / 0.5).logsumexp(1)
    straight = ((turn @ turn.transpose(1, 2) - torch.eye(3)) ** 2).sum((1, 2)).mean()
    return d.amin(1).mean() + d.amin(2).mean() + 0.1 * (f.mean() + u.mean()) + 0.01 * straight


if __name__ == "__main__":
    for each in make_nets.NETS:
        if each not in EARLIER:
            make_net(each)
