"""Figures of PyTorch for further net_*.lua, of volumes and of rules of learning: see
make_nets.py.

    python3 make_rules.py
"""

import torch
import torch.nn.functional as F

import make_nets
from make import O
from make_nets import dense, linear, make_net, net

EARLIER = list(make_nets.NETS)
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

if __name__ == "__main__":
    for each in make_nets.NETS:
        if each not in EARLIER:
            make_net(each)
