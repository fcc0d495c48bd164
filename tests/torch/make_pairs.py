"""Figures of PyTorch for further net_*.lua, of sequences beside each other and of graphs:
see make_nets.py.

    python3 make_pairs.py
"""

import torch
import torch.nn.functional as F

import make_nets
from make import O
from make_nets import dense, linear, make_net, net, norm, wb

EARLIER = list(make_nets.NETS)


def heads(n, d, bias=True):
    name = f"multiheadattention{n}"
    out = {f"{name}.qkv.weight": (d, 3 * d), f"{name}.out.weight": (d, d)}
    return {**out, f"{name}.qkv.bias": (3 * d,), f"{name}.out.bias": (d,)} if bias else out


def attend(p, n, count, x, context=None, none=None, causal=None, dropout=0.0):
    (w, b), (wo, bo) = (wb(p, f"multiheadattention{n}.{part}") for part in ("qkv", "out"))
    q, k = x.transpose(0, 1), (x if context is None else context).transpose(0, 1)
    y, _ = F.multi_head_attention_forward(
        q, k, k, x.shape[2], count, w.t(), b, None, None, False, dropout, wo.t(), bo,
        training=True, key_padding_mask=none, attn_mask=causal)
    return y.transpose(0, 1)


def of_gru(layer):
    last = "" if layer == 1 else f"_{layer}"
    return [f"gru1.{kind}{last}" for kind in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")]


@net({"src": (2, (6,), 7), "tgt": (2, (5,), 7), "truth": (2, (5,), 7)},
     {"embedding1.weight": (7, 8), **norm("layernorm", 1, 8), **norm("layernorm", 2, 8),
      **heads(1, 8), **heads(2, 8), **heads(3, 8), **heads(4, 8, False), **heads(5, 8),
      **{name: (8, 24) if "weight" in name else (24,) for i in (1, 2) for name in of_gru(i)}},
     lambda p: O.SGD(p, lr=0.05, momentum=0.9))
def translation(p, src, tgt, truth):
    def normed(n, x):
        return F.layer_norm(x, (8,), *wb(p, f"layernorm{n}"))
    x, none = p["embedding1.weight"][src], src == 1
    h = normed(1, x + attend(p, 1, 2, x, none=none))
    flat = [p[n].t() if "weight" in n else p[n] for i in (1, 2) for n in of_gru(i)]
    h = h + torch.gru(h, torch.zeros(2, 2, 8), flat, True, 2, 1.0, True, False, True)[0]
    y = p["embedding1.weight"][tgt]
    y = y + attend(p, 2, 2, y, causal=torch.ones(5, 5).triu(1).bool())
    y = normed(2, y + attend(p, 3, 4, y, h, none))
    y = y + attend(p, 4, 2, y, h) + attend(p, 5, 2, y, dropout=1.0)
    scores = y @ p["embedding1.weight"].t()
    return F.cross_entropy(scores.flatten(0, 1), torch.where(tgt != 0, truth, -100).flatten())


@net({"nodes": (2, (4, 3)), "from": (2, (9,), 4), "to": (2, (9,), 3), "want": (2, (4, 2))},
     {"a": (2, 3), **linear(1, 3, 6), **linear(2, 3, 6), **linear(3, 24, 2)},
     lambda p: O.SGD(p, lr=0.1))
def segments(p, nodes, source, to, want):
    loss = 0
    for x, i, j, y in zip(nodes, source, to, want):
        h, other = dense(p, 1, x).reshape(4, 2, 3), dense(p, 2, x).reshape(4, 2, 3)
        score = (F.leaky_relu(h[j] + other[i], 0.2) * p["a"]).sum(-1)
        heard = [[] for _ in range(4)]
        for node in range(4):
            mine = (j == node).nonzero()[:, 0]
            if len(mine) == 0:
                heard[node] = torch.zeros(4, 6)
                continue
            rows = (h[i[mine]] * score[mine].softmax(0)[..., None]).flatten(1)
            heard[node] = torch.stack([rows.sum(0), rows.mean(0), rows.max(0)[0], rows.min(0)[0]])
        loss = loss + F.mse_loss(dense(p, 3, torch.stack(heard).flatten(1)), y)
    return loss / len(nodes)


if __name__ == "__main__":
    for each in make_nets.NETS:
        if each not in EARLIER:
            make_net(each)
