"""Figures of PyTorch for further net_*.lua, of engineering and control: see make_nets.py.

    python3 make_control.py
"""

import math

import torch
import torch.nn.functional as F

import make_nets
from make import O
from make_nets import conv, dense, free, gradient, linear, make_net, net, norm, wb

EARLIER = list(make_nets.NETS)
solve, inv = torch.linalg.solve, torch.linalg.inv


@net({"x": (3, (6, 4)), "y": (3, (6, 2)), "ask": (3, (5, 4)), "want": (3, (5, 2))},
     {**linear(1, 4, 6), **linear(2, 6, 5), "shrink": ()}, lambda p: O.Adam(p, lr=0.01))
def ridge(p, x, y, ask, want):
    def features(v):
        return dense(p, 2, dense(p, 1, v).tanh())
    f = features(x)
    return F.mse_loss(features(ask) @ solve(f.mT @ f + p["shrink"].exp() * torch.eye(5), f.mT @ y), want)


@net({"c": (3, (3,)), "seen": (3, (4, 3))}, {**linear(1, 3, 5), **linear(2, 5, 3)}, lambda p: O.Adam(p, lr=0.01))
def kinetics(p, c, seen):
    c, path = free(c), []
    for _ in range(4):
        new = c
        for _ in range(2):
            r = dense(p, 2, dense(p, 1, new).tanh()) - torch.tensor([1.0, 5, 20]) * new
            J = torch.stack([gradient(r[:, i].sum(), new)[0] for i in range(3)], 1)
            new = new - solve(torch.eye(3) - 0.1 * J, new - c - 0.1 * r)
        c = new
        path.append(c)
    return F.mse_loss(torch.stack(path, 1), seen)


@net({"z": (3, (5, 3))}, {"A": (4, 4), "C": (3, 4), "q": (4,), "r": (3,)}, lambda p: O.Adam(p, lr=0.01))
def sensors(p, z):
    A, C, Q, R = p["A"], p["C"], p["q"].exp().diag(), p["r"].exp().diag()
    x, P, total = torch.zeros(len(z), 4), torch.eye(4), 0
    for t in range(5):
        x, P = x @ A.t(), A @ P @ A.t() + Q
        S = C @ P @ C.t() + R
        K, e = solve(S, C @ P).t(), z[:, t] - x @ C.t()
        total = total + (e * (e @ inv(S))).sum(1).mean() + S.det().log()
        x, P = x + e @ K.t(), (torch.eye(4) - K @ C) @ P
    return total / 5 + 2 * torch.linalg.cholesky(P + P.t()).diagonal().log().sum()


@net({"start": (3, (3,)), "push": (3, (4, 2))}, {"A": (3, 3), "Bu": (3, 2), "q": (3,)}, lambda p: O.Adam(p, lr=0.01))
def regulator(p, start, push):
    A, Bu, Q = p["A"], p["Bu"], p["q"].exp().diag()

    def gain(P):
        return solve(torch.eye(2) + Bu.t() @ P @ Bu, Bu.t() @ P @ A)
    P = Q
    for _ in range(8):
        P = Q + A.t() @ P @ (A - Bu @ gain(P))
    K, x, us = gain(P), start, []
    for _ in range(4):
        us.append(-x @ K.t())
        x = x @ A.t() + us[-1] @ Bu.t()
    return F.mse_loss(torch.stack(us, 1), push)


@net({"start": (3, (3,)), "expert": (3, (1,))},
     {**linear(1, 4, 5), **linear(2, 5, 3), "goal": (3,), "rate": ()}, lambda p: O.Adam(p, lr=0.01))
def planner(p, start, expert):
    u = free(torch.zeros(len(start), 4))
    for _ in range(3):
        s, cost = start, 0
        for t in range(4):
            a = u[:, t:t + 1]
            s = s + 0.1 * dense(p, 2, dense(p, 1, torch.cat([s, a], 1)).tanh())
            cost = cost + (s - p["goal"]).square().sum() + 0.1 * a.square().sum()
        u = F.hardtanh(u - p["rate"].exp() * gradient(cost, u)[0], -0.4, 0.4)
    return F.mse_loss(u[:, :1], expert)


@net({"x": (2, (3, 4, 2)), "y": (2, (3, 4, 1), 3)},
     {"e1": (4, 3), "e2": (4, 3), **linear(1, 25, 6), **linear(2, 25, 3), **linear(3, 20, 6), **linear(4, 20, 3),
      **linear(5, 3, 1)}, lambda p: O.Adam(p, lr=0.01), lambda p: torch.nn.utils.clip_grad_norm_(p, 1))
def traffic(p, x, y):
    A, Z = ((a @ b.t()).relu().softmax(-1) for a, b in ((p["e1"], p["e2"]), (p["e2"], p["e1"])))

    def spread(v):
        a, z = A @ v, Z @ v
        return torch.cat([v, a, A @ a, z, Z @ z], -1)

    def turn(n, v, h):
        z, r = dense(p, n, spread(torch.cat([v, h], -1))).sigmoid().chunk(2, -1)
        return z * h + (1 - z) * dense(p, n + 1, spread(torch.cat([v, r * h], -1))).tanh()
    h, out, outs = torch.zeros(len(x), 4, 3), torch.zeros(len(x), 4, 1), []
    for t in range(3):
        h = turn(1, x[:, t], h)
    for _ in range(3):
        h = turn(3, out, h)
        out = dense(p, 5, h)
        outs.append(out)
    there = (y != 0).double()
    return ((torch.stack(outs, 1) - y).abs() * there).sum() / there.sum().clamp(min=1)


@net({"x": (4, (2, 12)), "warm": (4, (1,)), "fault": (4, (3,), 2), "load": (4, (), 4)},
     {**conv("conv1d", 1, 4, 2, (5,)), **norm("instancenorm", 1, 4), **conv("conv1d", 2, 6, 4, (3,)),
      **norm("groupnorm", 1, 6), **linear(1, 12, 1), **linear(2, 12, 3), **linear(3, 12, 4), "doubt": (3,)},
     lambda p: O.Adam(p, lr=0.01), lambda p: torch.nn.utils.clip_grad_value_(p, 0.1))
def tasks(p, x, warm, fault, load):
    h = F.instance_norm(F.conv1d(x, *wb(p, "conv1d1"), padding=2), weight=p["instancenorm1.weight"],
                        bias=p["instancenorm1.bias"])
    h = F.avg_pool1d(F.leaky_relu(h, 0.1), 2)
    h = F.elu(F.group_norm(F.conv1d(h, *wb(p, "conv1d2"), padding=1), 2, *wb(p, "groupnorm1")))
    h = F.adaptive_max_pool1d(h, 2).flatten(1)
    three = torch.stack([
        F.mse_loss(dense(p, 1, h), warm),
        F.binary_cross_entropy_with_logits(dense(p, 2, h), fault.double(), pos_weight=torch.tensor(3.0)),
        F.cross_entropy(dense(p, 3, h), load, weight=torch.tensor([1, 2, 1, 0.5]))])
    return ((-p["doubt"]).exp() * three + p["doubt"]).sum()


@net({"x": (4, (3,)), "y": (4, (1,))}, {**linear(1, 3, 6), **linear(2, 6, 1), **linear(3, 6, 2), "margin": ()},
     lambda p: O.Adam(p, lr=0.01))
def conformal(p, x, y):
    h = F.silu(dense(p, 1, x))
    first = dense(p, 2, h)
    q = torch.cat([first, first + F.softplus(dense(p, 3, h)).cumsum(1)], 1)
    score = torch.maximum(q[:, :1] - y, y - q[:, -1:])[:, 0]
    with torch.no_grad():
        p["margin"] += 0.05 * ((score > p["margin"]).double().mean() - 0.1)
    d, tau = y - q, torch.tensor([0.1, 0.5, 0.9])
    return torch.maximum(tau * d, (tau - 1) * d).mean()


@net({"pitch": (2, (12,)), "audio": (2, (12,))}, {**conv("conv1d", 1, 4, 1, (3,)), **conv("conv1d", 2, 4, 4, (3,))},
     lambda p: O.Adam(p, lr=0.01))
def synth(p, pitch, audio):
    h = F.conv1d(F.conv1d(pitch[:, None], *wb(p, "conv1d1"), padding=1).relu(), *wb(p, "conv1d2"), padding=1)
    pole = h[:, 3].sigmoid() * 0.95
    phase = (0.3 + 0.1 * pitch.abs()).cumsum(1)[:, None] * torch.arange(1.0, 4)[:, None]
    dry, y, wet = (h[:, :3].sigmoid() * phase.sin()).sum(1) / 3, torch.zeros(len(pitch)), []
    for t in range(12):
        y = pole[:, t] * y + (1 - pole[:, t]) * dry[:, t]
        wet.append(y)
    wet, total = torch.stack(wet, 1), 0
    for n in (4, 6):
        angle = 2 * math.pi / n * torch.outer(torch.arange(n * 1.0), torch.arange(n // 2 * 1.0))

        def size(v):
            v = v.reshape(len(v), -1, n)
            return ((v @ angle.cos()).square() + (v @ angle.sin()).square() + 1e-3).sqrt()
        total = total + F.l1_loss(size(wet), size(audio)) + F.l1_loss(size(wet).log(), size(audio).log())
    return total


class Lamb(O.Optimizer):
    """Adam with steps as long as the parameter, You et al. 2019."""

    def __init__(self, params):
        super().__init__(params, {})
        self.t = 0

    @torch.no_grad()
    def step(self):
        self.t += 1
        for q in self.param_groups[0]["params"]:
            s = self.state[q]
            s["m"] = 0.9 * s.get("m", 0) + 0.1 * q.grad
            s["v"] = 0.99 * s.get("v", 0) + 0.01 * q.grad.square()
            u = s["m"] / (1 - 0.9 ** self.t) / ((s["v"] / (1 - 0.99 ** self.t)).sqrt() + 1e-6) + 0.01 * q
            q -= 0.01 * q.norm() / u.norm() * u


@net({"a": (4, (3,)), "b": (4, (5,)), "y": (4, (), 3)}, {"W": (4, 3, 5), **linear(1, 4, 3)}, Lamb)
def pairing(p, a, b, y):
    return F.cross_entropy(dense(p, 1, torch.einsum("bi,oij,bj->bo", a, p["W"], b).tanh()), y)


if __name__ == "__main__":
    for each in make_nets.NETS:
        if each not in EARLIER:
            make_net(each)
