"""Figures of PyTorch for further net_*.lua, of images and tables: see make_nets.py.

    python3 make_views.py
"""

import torch
import torch.nn.functional as F

import make_nets
from make import O
from make_nets import classes, conv, conv2, dense, linear, make_net, net, norm, wb

EARLIER = list(make_nets.NETS)


def clip(limit):
    return lambda p: torch.nn.utils.clip_grad_norm_(p, limit)


def batch_normed(p, n, x, training=True, eps=1e-5):
    """Its running statistics, which are kept, are among the parameters."""
    mean, var = p[n + ".running_mean"].data, p[n + ".running_var"].data
    return F.batch_norm(x, mean, var, *wb(p, n), training=training, eps=eps)


def batch_norm(n, d):
    return {f"{n}.{part}": (d,) for part in ("weight", "bias", "running_mean", "running_var")}


def scoped(scope, params):
    return {f"{scope}.{key}": shape for key, shape in params.items()}


TWIN = {**linear(1, 5, 6), **batch_norm("batchnorm1", 6), **linear(2, 6, 4)}


@net({"a": (6, (5,)), "b": (6, (5,))},
     {**scoped("online", TWIN), **scoped("online", linear(3, 4, 4)), **scoped("target", TWIN)},
     lambda p: O.SGD(p, lr=0.05, momentum=0.9))
def bootstrap(p, a, b):
    def twin(name, x):
        x = x @ p[name + ".linear1.weight"] + p[name + ".linear1.bias"]
        x = batch_normed(p, name + ".batchnorm1", x).relu()
        return x @ p[name + ".linear2.weight"] + p[name + ".linear2.bias"]

    def side(x, y):
        guess = twin("online", x) @ p["online.linear3.weight"] + p["online.linear3.bias"]
        with torch.no_grad():
            goal = F.normalize(twin("target", y), dim=-1)
        return 2 - 2 * (F.normalize(guess, dim=-1) * goal).sum(-1)
    loss = (side(a, b) + side(b, a)).mean()
    with torch.no_grad():
        for key in scoped("target", TWIN):
            if "running" not in key:
                p[key].mul_(0.75).add_(p[key.replace("target", "online")], alpha=0.25)
    return loss


@net({"x": (4, (2, 6, 6)), "y": (4, (), 3)},
     {**scoped("old", {**conv("conv2d", 1, 4, 2, 3, False), **batch_norm("batchnorm1", 4)}),
      **linear(1, 4, 6), **batch_norm("batchnorm1", 6), **linear(2, 6, 3)},
     lambda p: O.Adam(p, lr=0.01), clip(0.1))
def finetune(p, x, y):
    with torch.no_grad():
        h = batch_normed(p, "old.batchnorm1", F.conv2d(x, p["old.conv2d1.weight"]), False, 4)
        h = F.max_pool2d(h.relu(), 2).mean((2, 3))
    h = F.silu(batch_normed(p, "batchnorm1", dense(p, 1, h)))
    return classes(dense(p, 2, h), y, label_smoothing=0.1)


@net({"image": (2, (1, 8, 8)), "label": (2, (), 3)},
     {**conv("conv2d", 1, 8, 1, 4), "W": (18, 3, 4, 5), **linear(1, 15, 64)}, lambda p: O.Adam(p, lr=0.01))
def capsules(p, image, label):
    def squash(s):
        n = (s * s).sum(-1, keepdim=True)
        return n / (1 + n) * s / (n + 1e-8).sqrt()
    u = conv2(p, 1, image, stride=2).reshape(-1, 2, 4, 9).transpose(2, 3).reshape(-1, 18, 4)
    guess = torch.einsum("bpi,pcio->bpco", squash(u), p["W"])
    still, logit = guess.detach(), torch.zeros(len(u), 18, 3)
    for _ in range(2):
        v = squash((logit.softmax(-1)[..., None] * still).sum(1))
        logit = logit + (still * v[:, None]).sum(-1)
    v = squash((logit.softmax(-1)[..., None] * guess).sum(1))
    length, hot = (v * v).sum(-1).sqrt(), F.one_hot(label, 3).double()
    margin = hot * F.relu(0.9 - length) ** 2 + 0.5 * (1 - hot) * F.relu(length - 0.1) ** 2
    again = dense(p, 1, (v * hot[..., None]).flatten(1)).sigmoid()
    return margin.sum(1).mean() + 0.05 * F.mse_loss(again, image.flatten(1))


@net({"image": (2, (3, 8, 8)), "box": (2, (2, 2, 4)), "kind": (2, (2, 2), 3), "there": (2, (2, 2), 2)},
     {**conv("conv2d", 1, 6, 3, 3), **conv("conv2d", 2, 13, 6, 1)}, lambda p: O.SGD(p, lr=0.01, momentum=0.9))
def boxes(p, image, box, kind, there):
    h = F.max_pool2d(F.leaky_relu(conv2(p, 1, image, padding=1), 0.1), 4)
    out = conv2(p, 2, h).permute(0, 2, 3, 1)
    place = out[..., :10].reshape(-1, 2, 2, 2, 5).sigmoid()
    xy, wh, sure = place[..., :2], place[..., 2:4], place[..., 4]
    true_xy, true_wh = box[..., None, :2].sigmoid(), box[..., None, 2:].sigmoid()
    low = torch.maximum(xy / 2 - wh / 2, true_xy / 2 - true_wh / 2)
    high = torch.minimum(xy / 2 + wh / 2, true_xy / 2 + true_wh / 2)
    shared = (high - low).clamp(min=0).prod(-1)
    iou = (shared / (wh.prod(-1) + true_wh.prod(-1) - shared)).detach()
    is_there = there.double()
    best = F.one_hot(iou.argmax(-1), 2).double() * is_there[..., None]
    off = (xy - true_xy) ** 2 + (wh.sqrt() - true_wh.sqrt()) ** 2
    named = F.cross_entropy(out[..., 10:].reshape(-1, 3), kind.reshape(-1), reduction="none").reshape(kind.shape)
    return (5 * (best[..., None] * off).sum() + (best * (sure - iou) ** 2).sum()
            + 0.5 * ((1 - best) * sure ** 2).sum() + (is_there * named).sum()) / len(image)


@net({"x": (8, (6,)), "y": (8, (), 3)},
     {"ghost1.g": (6,), "ghost1.b": (6,), **linear(1, 6, 6, False), **linear(2, 6, 8), **linear(3, 8, 3)},
     lambda p: O.RMSprop(p, lr=0.01))
def sparse(p, x, y):
    """A sparse softmax of features over a norm of groups of four rows."""
    v = (x @ p["linear1.weight"]).reshape(-1, 4, 6)
    v = (v - v.mean(1, keepdim=True)) / (v.var(1, unbiased=False, keepdim=True) + 1e-5).sqrt()
    z = v.reshape(-1, 6) * p["ghost1.g"] + p["ghost1.b"]
    order = z.sort(-1, descending=True).values
    above, k = order.cumsum(-1), torch.arange(1, 7)
    count = (1 + k * order > above).sum(-1, keepdim=True)
    mask = F.relu(z - (above.gather(1, count - 1) - 1) / count)
    entropy = -(mask * (mask + 1e-3).log()).sum(-1).mean()
    return classes(dense(p, 3, F.glu(torch.cat(2 * [dense(p, 2, mask * x)], -1))), y) + 0.01 * entropy


if __name__ == "__main__":
    for each in make_nets.NETS:
        if each not in EARLIER:
            make_net(each)
