"""Figures of PyTorch for further net_*.lua, of science and control: see make_nets.py.

    python3 make_science.py
"""

import torch
import torch.nn.functional as F

import make_nets
from make import O
from make_nets import conv, conv2, classes, dense, free, gradient, linear, make_net, net

EARLIER = list(make_nets.NETS)


@net({"x": (4, (3,)), "y": (4, (), 3)}, {"U": (3, 5), "b": (5,), "W": (5, 5), **linear(1, 5, 3)},
     lambda p: O.SGD(p, lr=0.1))
def equilibrium(p, x, y):
    def turn(z):
        return torch.tanh(0.5 * z @ p["W"] + x @ p["U"] + p["b"])
    with torch.no_grad():
        z = torch.zeros(len(x), 5)
        for _ in range(12):
            z = turn(z)
    z = free(z)
    new = turn(z)
    at = free(new.detach())
    loss = classes(dense(p, 1, at), y)
    v, = torch.autograd.grad(loss, at, retain_graph=True)
    g = v
    for _ in range(5):
        g = v + torch.autograd.grad(new, z, g, retain_graph=True)[0]
    pull = (g * new).sum()
    return loss + pull - pull.detach()


@net({"seen": (3, (4, 2)), "push": (3, (4, 1))}, {**linear(1, 4, 5), **linear(2, 5, 3), "q": (3,), "r": (2,)},
     lambda p: O.Adam(p, lr=0.01))
def tracking(p, seen, push):
    def move(x, u):
        return x + 0.1 * dense(p, 2, dense(p, 1, torch.cat([x, u], 1)).tanh())

    def look(x):
        return torch.stack([(x[:, 0].square() + x[:, 1].square() + 1).sqrt(), x[:, 2].sin()], 1)

    def jacobian(f, x, rows):
        x = x if x.requires_grad else free(x)
        y = f(x)
        return y, torch.stack([gradient(y[:, i].sum(), x)[0] for i in range(rows)], 1)
    x, P, total = torch.full((len(seen), 3), 0.1), torch.eye(3).expand(len(seen), 3, 3), 0
    for t in range(4):
        x, A = jacobian(lambda v: move(v, push[:, t]), x, 3)
        P = A @ P @ A.mT + p["q"].exp().diag()
        z, H = jacobian(look, x, 2)
        S = H @ P @ H.mT + p["r"].exp().diag()
        e, inverse = seen[:, t] - z, torch.linalg.inv(S)
        K = P @ H.mT @ inverse
        x, P = x + (K @ e[:, :, None])[:, :, 0], P - K @ H @ P
        total = total + (torch.einsum("bi,bij,bj->b", e, inverse, e) + S.det().log()).mean()
    return total / 4


@net({"seed": (2, (3, 5, 4)), "want": (2, (3, 5, 4)), "fire": (2, (3, 5, 4))},
     {**conv("conv2d", 1, 7, 6, 1), **conv("conv2d", 2, 3, 7, 1, False)},
     lambda p: O.Adam(p, lr=0.01), lambda p: torch.nn.utils.clip_grad_norm_(p, 1))
def automaton(p, seed, want, fire):
    see = torch.tensor([[[[0., 0, 0], [0, 1, 0], [0, 0, 0]]], [[[-1., 0, 1], [-2, 0, 2], [-1, 0, 1]]]]).repeat(3, 1, 1, 1)

    def alive(s):
        return F.max_pool2d(s[:, 2:], 3, 1, 1) > 0.1
    s = seed
    for t in range(3):
        before = alive(s)
        ds = conv2(p, 2, conv2(p, 1, F.conv2d(s, see, padding=1, groups=3)).relu())
        s = s + ds * (fire[:, t] > 0)[:, None]
        s = s.where(before & alive(s), torch.zeros(()))
    return F.mse_loss(s, want)


@net({"x": (5, (3,)), "y": (5, (1,))},
     {"spline1": (3, 6, 4), "base1": (3, 4), "spline2": (4, 6, 1), "base2": (4, 1)}, lambda p: O.Adam(p, lr=0.01))
def kolmogorov(p, x, y):
    t = -1.5 + 0.75 * torch.arange(-2., 7.)

    def bumps(v):
        v = v[..., None]
        b = ((v >= t[:-1]) & (v < t[1:])).double()
        for k in (1, 2):
            m = 8 - k
            b = ((v - t[:m]) / (t[k:k + m] - t[:m]) * b[..., :m] +
                 (t[k + 1:k + 1 + m] - v) / (t[k + 1:k + 1 + m] - t[1:m + 1]) * b[..., 1:m + 1])
        return b
    for n in "12":
        x = F.silu(x) @ p["base" + n] + torch.einsum("big,igo->bo", bumps(x), p["spline" + n])
    return F.mse_loss(x, y)


@net({"x": (4, (6,)), "y": (4, (), 3)}, {**linear(1, 6, 7), **linear(2, 7, 3), "leak": (2,)},
     lambda p: O.Adam(p, lr=0.01))
def spiking(p, x, y):
    def spike(v):
        soft = v / (1 + 5 * v.abs())
        return soft + ((v > 0).double() - soft).detach()
    drive, keep = dense(p, 1, x), p["leak"].sigmoid()
    v = s = torch.zeros(len(x), 7)
    out, total, count = torch.zeros(len(x), 3), 0, 0
    for _ in range(5):
        v = keep[0] * v + drive - s.detach()
        s = spike(v - 0.3)
        out = keep[1] * out + dense(p, 2, s)
        fired = spike(out - 0.3)
        total, count = total + out, count + fired
        out = out - fired.detach()
    return classes(total / 5 + count, y)


@net({"at": (6, (3,)), "flow": (6, (2,))}, {**linear(1, 3, 6), **linear(2, 6, 2), "nu": ()},
     lambda p: O.Adam(p, lr=0.01))
def stream(p, at, flow):
    x, y, t = (free(at[:, i:i + 1]) for i in range(3))
    out = dense(p, 2, dense(p, 1, torch.cat([x, y, t], 1)).tanh())
    psi, pressure = out[:, :1], out[:, 1:]

    def d(f, *s):
        return gradient(f.sum(), *s)
    u, v = d(psi, y)[0], -d(psi, x)[0]
    (ux, uy, ut), (vx, vy, vt), (px, py) = d(u, x, y, t), d(v, x, y, t), d(pressure, x, y)
    f = ut + u * ux + v * uy + px - p["nu"] * (d(ux, x)[0] + d(uy, y)[0])
    g = vt + u * vx + v * vy + py - p["nu"] * (d(vx, x)[0] + d(vy, y)[0])
    return F.mse_loss(torch.cat([u, v], 1), flow) + f.square().mean() + g.square().mean()


@net({"x": (6, (2,)), "y": (6, ())}, {"scale": (2,), "size": (), "noise": ()}, lambda p: O.Adam(p, lr=0.02))
def process(p, x, y):
    z = x / p["scale"].exp()
    far = (z[:, None] - z).square().sum(2)
    K = (2 * p["size"]).exp() * (-far / 2).exp() + (p["noise"].exp() + 0.1) * torch.eye(6)
    L = torch.linalg.cholesky(K)
    w = torch.linalg.solve_triangular(L, y[:, None], upper=False)
    return w.square().sum() / 2 + L.diagonal().log().sum()


class Roots(O.Optimizer):
    """Both sides of a matrix by the inverse fourth root of what its gradients were."""

    def __init__(self, params):
        super().__init__(params, {})

    @torch.no_grad()
    def step(self):
        for q in self.param_groups[0]["params"]:
            state = self.state[q]
            m = state["m"] = 0.9 * state.get("m", 0) + 0.1 * q.grad
            if q.dim() == 2:
                left = state["left"] = state.get("left", 0) + q.grad @ q.grad.T
                right = state["right"] = state.get("right", 0) + q.grad.T @ q.grad
                m = self.root(left) @ m @ self.root(right)
            q -= 0.1 * m

    @staticmethod
    def root(a):
        a = a + 1e-2 * torch.eye(len(a))
        size = a.square().sum().sqrt()
        a, x = a / size, torch.eye(len(a))
        for _ in range(8):
            t = (5 * torch.eye(len(a)) - a) / 4
            a, x = t @ t @ t @ t @ a, x @ t
        return x / size ** 0.25


@net({"x": (5, (4,)), "y": (5, (), 3)}, {**linear(1, 4, 6), **linear(2, 6, 3)}, Roots)
def roots(p, x, y):
    return classes(dense(p, 2, dense(p, 1, x).tanh()), y)


if __name__ == "__main__":
    for each in make_nets.NETS:
        if each not in EARLIER:
            make_net(each)
