"""Figures of PyTorch for further net_*.lua, of counts and fields of tables: see make_nets.py.

    python3 make_tables.py
"""

import torch
import torch.nn.functional as F

import make_nets
from make import O
from make_nets import dense, linear, make_net, net, norm

EARLIER = list(make_nets.NETS)


@net({"counts": (5, (7,), 4), "label": (5, (), 3), "noise": (5, (2,))},
     {**linear(1, 7, 6), **linear(2, 6, 4), **linear(3, 2, 14), **linear(4, 2, 3), "theta": (7,)},
     lambda p: O.SGD(p, lr=0.01, momentum=0.9, weight_decay=1e-3),
     lambda p: torch.nn.utils.clip_grad_norm_(p, 5))
def counts(p, counts, label, noise):
    x = counts.double()
    size = x.sum(-1, keepdim=True).clamp(min=1)
    mean, spread = dense(p, 2, F.selu(dense(p, 1, x.log1p()))).chunk(2, -1)
    rate, drop = dense(p, 3, mean + (spread / 2).exp() * noise).chunk(2, -1)
    rate, t = rate.softmax(-1) * size, p["theta"].exp()
    both = (t + rate).log()
    none = t * (t.log() - both) - drop
    more = (none - F.softplus(-drop) + x * (rate.log() - both)
            + torch.lgamma(x + t) - torch.lgamma(t) - torch.lgamma(x + 1))
    likely = torch.where(counts == 0, F.softplus(none) - F.softplus(-drop), more).sum(-1)
    kl = (mean.square() + spread.exp() - 1 - spread).sum(-1) / 2
    alpha = F.softplus(dense(p, 4, mean)) + 1
    hot = F.one_hot(label, 3).double()
    known = (hot * (alpha.sum(-1, keepdim=True).digamma() - alpha.digamma())).sum(-1)
    rest = torch.distributions.Dirichlet(hot + (1 - hot) * alpha)
    far = torch.distributions.kl_divergence(rest, torch.distributions.Dirichlet(torch.ones(3)))
    counts_step[0] += 1
    return (known - likely).mean() + min(1, (counts_step[0] - 1) / 4) * (kl + far).mean()


counts_step = [0]


@net({"ids": (6, (4,), 5), "click": (6, (), 2)},
     {"embedding1.weight": (20, 3), **linear(1, 12, 12), **linear(2, 12, 12), **linear(3, 12, 7),
      **norm("layernorm", 1, 7), "prelu1.weight": (7,), **linear(4, 35, 1), "products1": (6, 4, 4),
      "products2": (4, 6, 4)},
     lambda p: O.RMSprop(p, lr=1e-3, alpha=0.95, eps=1e-7),
     lambda p: torch.nn.utils.clip_grad_norm_(p, 1))
def interactions(p, ids, click):
    field = p["embedding1.weight"][ids + 5 * torch.arange(4)]
    i, j = torch.tril_indices(4, 4, -1)
    parts, products = [(field @ field.transpose(1, 2))[:, i, j]], field
    for k in (1, 2):
        pairs = (products[:, :, None] * field[:, None]).flatten(1, 2)
        products = torch.relu(p[f"products{k}"].flatten(1) @ pairs)
        parts.append(products.sum(-1))
    flat = cross = field.flatten(1)
    for k in (1, 2):
        cross = flat * dense(p, k, cross) + cross
    h = F.layer_norm(dense(p, 3, flat), (7,), p["layernorm1.weight"], p["layernorm1.bias"])
    z = dense(p, 4, torch.cat(parts + [cross, F.prelu(h, p["prelu1.weight"])], 1)).squeeze(1)
    return F.binary_cross_entropy_with_logits(z, click.double(), pos_weight=torch.tensor(2.0))


if __name__ == "__main__":
    for each in make_nets.NETS:
        if each not in EARLIER:
            make_net(each)
