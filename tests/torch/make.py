"""Figures of PyTorch, for the tests of this folder.

Writes NAME.safetensors for each NAME.lua: inputs and parameters, random cotangents, and
what PyTorch makes of them in float64. The scripts read everything as parameters and give
back errors, so the tests themselves need neither Python nor PyTorch:

    ops        values and gradients of operations and losses
    layers     values and gradients of layers
    optim_*    parameters after 10 steps of an optimiser
    net_*      parameters after 10 steps of a network: make_nets.py and other make_*.py

    python3 make.py        (NumPy and PyTorch; the files here are by PyTorch 1.13)
"""

import json
import os
import struct

import numpy as np
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
HERE = os.path.dirname(os.path.abspath(__file__))


def save(name, tensors):
    """A safetensors file of float64 arrays, in the order given."""
    header, blobs, at = {}, [], 0
    for key, value in tensors.items():
        data = np.ascontiguousarray(value.detach().numpy(), dtype="<f8")
        blob = data.tobytes()
        header[key] = {"dtype": "F64", "shape": list(value.shape),
                       "data_offsets": [at, at + len(blob)]}
        blobs.append(blob)
        at += len(blob)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(os.path.join(HERE, name + ".safetensors"), "wb") as f:
        f.write(struct.pack("<Q", len(text)) + text + b"".join(blobs))


def seeded(name):
    torch.manual_seed(sum(name.encode()))


# ---- operations: name, shapes of the inputs, function; {...}: values put into input 1

def at(*values):
    """Replaces the first elements of the first input."""
    return {"values": values}


POSITIVE, PROBABILITY = {"map": torch.exp}, {"map": torch.sigmoid}
INSIDE, ABOVE_ONE = {"map": torch.tanh}, {"map": lambda x: 1 + torch.exp(x)}
ROWS = {"map": lambda x: torch.softmax(x, -1)}

LABELS = torch.tensor([2, 0, 4, 4, 1, 3, 0])
LABELS2 = torch.tensor([[2, 0, 4], [4, 1, 3]])
IDS = torch.tensor([[3, 0, 3], [1, 6, 3]])


PICTURE = (2, 3, 4, 5)


def larger(x, mode="bilinear", **how):
    return F.interpolate(x, mode=mode, **{"align_corners": False, **how})


def lower(n):
    return torch.tril(torch.ones(n, n, dtype=torch.bool))


OPS = [
    ("abs", [(5, 7)], torch.abs, at(0.0)),
    ("sign", [(5, 7)], lambda x: torch.sign(x) * x, at(0.0)),
    ("exp", [(5, 7)], torch.exp),
    ("expm1", [(5, 7)], torch.expm1, at(0.0, 1e-9)),
    ("log", [(5, 7)], torch.log, POSITIVE),
    ("log1p", [(5, 7)], torch.log1p, POSITIVE),
    ("sqrt", [(5, 7)], torch.sqrt, POSITIVE),
    ("rsqrt", [(5, 7)], torch.rsqrt, POSITIVE),
    ("square", [(5, 7)], torch.square, at(0.0)),
    ("reciprocal", [(5, 7)], torch.reciprocal, POSITIVE),
    ("pow", [(5, 7), (7,)], torch.pow, POSITIVE),
    ("pow_number", [(5, 7)], lambda x: x ** 3, at(0.0)),
    ("sin", [(5, 7)], torch.sin),
    ("cos", [(5, 7)], torch.cos),
    ("atan", [(5, 7)], torch.atan, at(0.0, 0.5, -2.0, 1e9, -1e300)),
    ("asin", [(5, 7)], torch.asin, INSIDE),
    ("acos", [(5, 7)], torch.acos, INSIDE),
    ("atan2", [(5, 7), (7,)], torch.atan2, at(0.0, 1e-9, 1e9)),
    ("lgamma", [(5, 7)], torch.lgamma, at(1e-9, 0.5, 1.0, 1.5, 2.0, -0.5, -3.25, 40.0, 1e9)),
    ("digamma", [(5, 7)], torch.digamma, at(1e-9, 0.5, 1.0, 1.5, 2.0, -0.5, -3.25, 40.0)),
    ("unbind", [(3, 5, 2)], lambda x: x.unbind(1)[0] * x.unbind(1)[3]),
    ("asinh", [(5, 7)], torch.asinh, at(0.0, 1e-9, -1e9, 1e200)),
    ("acosh", [(5, 7)], torch.acosh, ABOVE_ONE),
    ("atanh", [(5, 7)], torch.atanh, INSIDE),
    ("tanh", [(5, 7)], torch.tanh, at(0.0, 30.0, -30.0)),
    ("erf", [(5, 7)], torch.erf, at(0.0, 6.0)),
    ("sigmoid", [(5, 7)], torch.sigmoid, at(0.0, 40.0, -40.0, 800.0, -800.0)),
    ("softplus", [(5, 7)], lambda x: F.softplus(x, threshold=1e9), at(0.0, 40.0, -40.0)),
    ("relu", [(5, 7)], torch.relu, at(0.0)),
    ("leaky_relu", [(5, 7)], lambda x: F.leaky_relu(x, 0.2), at(0.0)),
    ("elu", [(5, 7)], F.elu, at(0.0, 800.0, -800.0)),
    ("gelu", [(5, 7)], F.gelu, at(0.0)),
    ("gelu_tanh", [(5, 7)], lambda x: F.gelu(x, approximate="tanh"), at(0.0)),
    ("silu", [(5, 7)], F.silu, at(0.0, 800.0, -800.0)),
    ("hardtanh", [(5, 7)], F.hardtanh, at(1.0, -1.0, 0.5)),
    ("clamp", [(5, 7)], lambda x: x.clamp(-0.5, 0.75), at(-0.5, 0.75, 0.0)),
    ("round", [(5, 7)], lambda x: torch.round(x) * x, at(0.5, 1.5, 2.5, -0.5)),
    ("maximum", [(5, 7), (5, 7)], torch.maximum, {"tie": 3}),
    ("minimum", [(5, 7), (7,)], torch.minimum),
    ("add", [(5, 7), (7,)], torch.add),
    ("sub", [(5, 1), (7,)], torch.sub),
    ("mul", [(5, 7), (5, 1)], torch.mul),
    ("div", [(5, 7), (7,)], lambda a, b: a / b.exp()),
    ("where", [(5, 7), (7,)], lambda a, b: torch.where(a > b, a, b)),
    ("sum", [(3, 5, 7)], lambda x: x.sum((0, 2))),
    ("mean", [(3, 5, 7)], lambda x: x.mean((0, 2))),
    ("var", [(3, 5, 7)], lambda x: x.var((0, 2), unbiased=False)),
    ("std", [(3, 5, 7)], lambda x: x.std(-1, unbiased=False)),
    ("norm", [(3, 5, 7)], lambda x: x.norm(dim=2)),
    ("norm_zero", [(2, 3)], lambda x: (x * 0).norm(dim=1) + x.sum(1)),
    ("max", [(3, 5, 7)], lambda x: x.max(1)[0], {"tie_rows": True}),
    ("min", [(3, 5, 7)], lambda x: x.min(2)[0]),
    ("prod", [(3, 5)], lambda x: x.prod(1)),
    ("prod_zero", [(3, 5)], lambda x: x.prod(1), at(0.0, 0.0, 1.0, 2.0, 3.0, 0.0)),
    ("cumsum", [(3, 5)], lambda x: x.cumsum(1)),
    ("cumprod", [(3, 5)], lambda x: x.cumprod(1), at(0.0, 2.0, 0.0, 3.0)),
    ("cumprod_first", [(5, 2, 3)], lambda x: x.cumprod(0)),
    ("logcumsumexp", [(3, 5)], lambda x: x.logcumsumexp(1), at(900.0, -900.0, 1.0, 1.0, 902.0)),
    ("sort_rows", [(5, 9)], lambda x: x.sort(0)[0]),
    ("logsumexp", [(3, 5, 7)], lambda x: x.logsumexp(1), at(900.0)),
    ("softmax", [(3, 5, 7)], lambda x: x.softmax(1), at(900.0)),
    ("log_softmax", [(3, 5, 7)], lambda x: x.log_softmax(-1), at(900.0)),
    ("matmul", [(3, 5), (5, 7)], torch.matmul),
    ("matmul_batched", [(2, 1, 3, 5), (4, 5, 7)], torch.matmul),
    ("matmul_vector", [(2, 3, 5), (5,)], torch.matmul),
    ("einsum", [(2, 3, 5), (7, 3, 5)], lambda a, b: torch.einsum("bij,kij->kb", a, b)),
    ("outer", [(3,), (5,)], torch.outer),
    ("dot", [(7,), (7,)], torch.dot),
    ("gather", [(7, 5)], lambda t: t[IDS]),
    ("take_along", [(5, 7)], lambda x: torch.take_along_dim(x, LABELS[None, :], 0)),
    ("segment_sum", [(7, 5)], lambda x: torch.zeros(6, 5).index_add(0, LABELS, x).tanh()),
    ("segment_sum_batched", [(2, 3, 5)], lambda x: torch.zeros(2, 5, 5).scatter_add(
        1, LABELS2[..., None].expand(2, 3, 5), x).tanh()),
    ("movement", [(2, 3, 5)], lambda x: torch.cat(
        [F.pad(x.permute(2, 0, 1).flip(1)[1::2], (1, 2), value=0.5),
         x.reshape(5, 2, 3)[:2, :, :1].expand(2, 2, 6)], 0)),
    ("roll", [(3, 5, 7)], lambda x: x * x.roll((-2, 9), (1, 2))),
    ("topk", [(3, 5, 7)], lambda x: x.topk(3, 1)[0]),
    ("topk_ids", [(3, 5, 7)], lambda x: x * x.topk(7)[1]),
    ("stack", [(3, 5), (3, 5)], lambda a, b: torch.stack([a, b], 1)),
    ("conv1d", [(2, 3, 11), (5, 3, 3)],
     lambda x, w: F.conv1d(x, w, stride=2, padding=1, dilation=2)),
    ("conv2d", [(2, 3, 7, 5), (5, 3, 3, 2)], F.conv2d),
    ("conv2d_options", [(2, 4, 9, 8), (6, 2, 3, 2)],
     lambda x, w: F.conv2d(x, w, stride=(2, 1), padding=(1, 2), dilation=(2, 1), groups=2)),
    ("conv2d_depthwise", [(2, 3, 6, 5), (6, 1, 3, 3)],
     lambda x, w: F.conv2d(x, w, padding=1, groups=3)),
    ("conv2d_pointwise", [(2, 3, 4, 5), (7, 3, 1, 1)], F.conv2d),
    ("conv_transpose2d", [(2, 3, 4, 5), (3, 2, 3, 2)], F.conv_transpose2d),
    ("conv_transpose2d_options", [(2, 4, 4, 3), (4, 3, 3, 2)],
     lambda x, w: F.conv_transpose2d(x, w, stride=(2, 3), padding=(1, 0), dilation=(1, 2),
                                     output_padding=(1, 0), groups=2)),
    ("conv_transpose1d", [(2, 4, 5), (4, 3, 3)],
     lambda x, w: F.conv_transpose1d(x, w, stride=3, padding=1, dilation=2,
                                     output_padding=2, groups=2)),
    ("upsample1d", [(2, 3, 5)], lambda x: F.interpolate(x, scale_factor=3)),
    ("upsample2d", [(2, 3, 4, 5)], lambda x: F.interpolate(x, scale_factor=(2, 3))),
    ("pad_reflect", [PICTURE], lambda x: F.pad(x, (3, 0, 1, 2), "reflect")),
    ("pad_replicate", [PICTURE], lambda x: F.pad(x, (3, 0, 1, 2), "replicate")),
    ("pad_circular", [PICTURE], lambda x: F.pad(x, (3, 0, 1, 2), "circular")),
    ("upsample_linear", [PICTURE], lambda x: larger(x, scale_factor=(2, 3))),
    ("upsample_corners", [PICTURE], lambda x: larger(x, scale_factor=2, align_corners=True)),
    ("resize", [PICTURE], lambda x: larger(x, size=(7, 3))),
    ("resize_corners", [PICTURE], lambda x: larger(x, size=(7, 3), align_corners=True)),
    ("resize_nearest", [PICTURE], lambda x: F.interpolate(x, size=(7, 3))),
    ("resize1d", [(2, 3, 5)], lambda x: larger(x, "linear", size=8)),
    ("pixel_shuffle", [(2, 12, 2, 3)], lambda x: F.pixel_shuffle(x, 2)),
    ("pixel_unshuffle", [(2, 2, 4, 6)], lambda x: F.pixel_unshuffle(x, 2)),
    ("channel_shuffle", [(2, 6, 2, 3)], lambda x: x * x.reshape(2, 3, 2, 2, 3).transpose(
        1, 2).reshape(x.shape)),
    ("adaptive_avg_pool2d", [(2, 3, 7, 5)], lambda x: F.adaptive_avg_pool2d(x, (3, 4))),
    ("adaptive_avg_whole", [(2, 3, 6, 4)], lambda x: F.adaptive_avg_pool2d(x, (3, 1))),
    ("adaptive_max_pool2d", [(2, 3, 7, 5)], lambda x: F.adaptive_max_pool2d(x, (3, 4))),
    ("adaptive_avg_pool3d", [(2, 2, 3, 5, 4)], lambda x: F.adaptive_avg_pool3d(x, (2, 3, 2))),
    ("unfold", [(2, 3, 7, 5)], lambda x: F.unfold(x, (3, 2), (1, 2), 1, 2)),
    ("fold", [(2, 18, 12)], lambda x: F.fold(x, (7, 5), (3, 2), (1, 2), 1, 2)),
    ("conv2d_same", [(2, 3, 6, 5), (4, 3, 4, 3)],
     lambda x, w: F.conv2d(x, w, padding="same", dilation=(1, 2))),
    ("grid_sample", [PICTURE, (2, 3, 6, 2)],
     lambda x, g: F.grid_sample(x, g, align_corners=False)),
    ("grid_sample_corners", [PICTURE, (2, 3, 6, 2)], lambda x, g: F.grid_sample(
        x, g, padding_mode="border", align_corners=True)),
    ("max_pool2d", [(2, 3, 7, 6)], lambda x: F.max_pool2d(x, 3, 2, 1), {"tie_rows": True}),
    ("max_pool2d_apart", [(2, 3, 7, 6)], lambda x: F.max_pool2d(x, (2, 3)), {"tie_rows": True}),
    ("avg_pool2d_apart", [(2, 3, 7, 6)], lambda x: F.avg_pool2d(x, 2)),
    ("conv2d_apart", [(2, 3, 7, 6), (4, 3, 3, 2)], lambda x, w: F.conv2d(x, w, stride=(3, 2))),
    ("avg_pool2d", [(2, 3, 7, 6)], lambda x: F.avg_pool2d(x, (3, 2), 2, 1)),
    ("max_pool2d_ceil", [(2, 3, 7, 6)], lambda x: F.max_pool2d(x, (3, 2), (2, 3), 1, ceil_mode=True),
     {"tie_rows": True}),
    ("max_pool1d_ceil", [(2, 3, 6)], lambda x: F.max_pool1d(x, 2, 4, ceil_mode=True)),
    ("avg_pool2d_ceil", [(2, 3, 7, 6)], lambda x: F.avg_pool2d(x, (3, 2), (2, 3), 1, ceil_mode=True)),
    ("avg_pool2d_inside", [(2, 3, 7, 6)],
     lambda x: F.avg_pool2d(x, (3, 2), 2, 1, count_include_pad=False)),
    ("avg_pool3d_ceil", [(2, 2, 3, 5, 4)], lambda x: F.avg_pool3d(
        x, (2, 2, 3), 2, (1, 0, 1), ceil_mode=True, count_include_pad=False)),
    ("max_unpool2d", [(2, 3, 6, 6), (2, 3, 3, 2)], lambda x, y: F.max_unpool2d(
        y, F.max_pool2d(x, (2, 3), return_indices=True)[1], (2, 3))),
    ("mse", [(5, 3), (5, 3)], F.mse_loss),
    ("sse", [(5, 3), (5, 3)], lambda p, t: F.mse_loss(p, t, reduction="sum")),
    ("mae", [(5, 3), (5, 3)], F.l1_loss, {"tie": 2}),
    ("huber", [(5, 3), (5, 3)], lambda p, t: F.huber_loss(p, t, delta=0.7)),
    ("bce", [(5, 3)], lambda p: F.binary_cross_entropy(
        p, torch.linspace(0, 1, 15).reshape(5, 3)), PROBABILITY),
    ("bce_logits", [(5, 3)], lambda z: F.binary_cross_entropy_with_logits(
        z, torch.linspace(0, 1, 15).reshape(5, 3), reduction="none"), at(0.0, 50.0, -50.0)),
    ("cross_entropy", [(7, 5)], lambda z: F.cross_entropy(z, LABELS), at(300.0)),
    ("cross_entropy_rows", [(2, 3, 5)], lambda z: F.cross_entropy(
        z.permute(0, 2, 1), LABELS2, reduction="none")),
    ("cross_entropy_smooth", [(7, 5)], lambda z: F.cross_entropy(
        z, LABELS, label_smoothing=0.1, reduction="sum")),
    ("cross_entropy_probabilities", [(7, 5)], lambda z: F.cross_entropy(
        z, torch.softmax(torch.arange(35.0).reshape(7, 5) % 4, -1))),
    ("nll", [(7, 5)], lambda z: F.nll_loss(z, LABELS)),
    ("kl", [(7, 5), (7, 5)], lambda q, p: F.kl_div(
        q, p.softmax(-1), reduction="batchmean")),
    ("masked_softmax", [(3, 5, 5)], lambda x: x.masked_fill(
        ~lower(5), float("-inf")).softmax(-1)),
]


def draw(shapes, how):
    xs = [torch.randn(s) for s in shapes]
    if "map" in how:
        xs[0] = how["map"](xs[0])
    if "values" in how:
        flat = xs[0].reshape(-1)
        flat[: len(how["values"])] = torch.tensor(how["values"])
    if "tie" in how:
        xs[1].reshape(-1)[: how["tie"]] = xs[0].reshape(-1)[: how["tie"]]
    if "tie_rows" in how:
        xs[0] = xs[0].mul(2).round().div(2)
    return [x.requires_grad_() for x in xs]


def figures(out, name, xs, y, names=None):
    """y, a cotangent and the gradients of sum(y * cotangent)."""
    seed = torch.randn(y.shape)
    grads = torch.autograd.grad(y, xs, seed, allow_unused=True)
    for i, x in enumerate(xs):
        key = names[i] if names else "%s.x%d" % (name, i + 1)
        out[key] = x
    out[name + ".seed"] = seed
    out[name + ".want"] = y
    for i, (x, g) in enumerate(zip(xs, grads)):
        key = names[i] if names else "x%d" % (i + 1)
        out["%s.d.%s" % (name, key)] = torch.zeros_like(x) if g is None else g


def make_ops():
    out = {}
    for name, shapes, fn, *how in OPS:
        seeded(name)
        xs = draw(shapes, how[0] if how else {})
        figures(out, name, xs, fn(*xs))
    save("ops", out)


# ---- layers: ours is a list of (our name, PyTorch's tensor, transposed?)

def make_layers():
    out = {}

    def layer(name, module, shape, ours, call=None, plus=()):
        seeded(name)
        for p in module.parameters():
            p.data = torch.randn(p.shape) * 0.5
        for buffer in module.buffers():
            if buffer.is_floating_point():
                buffer.data = torch.rand(buffer.shape) + 0.5
        x = torch.randn(shape).requires_grad_()
        values, names = [x], [name + ".x1"]
        for our, theirs in ours:
            values.append(dict(module.named_parameters())[theirs])
            names.append(our)
        y = (call or module)(x)
        seed = torch.randn(y.shape)
        grads = torch.autograd.grad(y, values, seed)
        for our, value, grad in zip(names, values, grads):
            turn = value.dim() == 2 and our != names[0] and "embedding" not in our
            out[our] = value.t() if turn else value
            out[name + ".d." + our] = grad.t() if turn else grad
        for our, theirs in plus:
            out[our] = dict(module.named_buffers())[theirs]
        out[name + ".seed"] = seed
        out[name + ".want"] = y

    nn = torch.nn
    wb = [("weight", "weight"), ("bias", "bias")]

    def params(prefix, pairs=wb):
        return [(prefix + "." + a, b) for a, b in pairs]

    layer("linear", nn.Linear(3, 5), (2, 7, 3), params("linear1"))
    layer("conv1d", nn.Conv1d(4, 6, 3, padding=1, groups=2), (2, 4, 7), params("conv1d1"))
    layer("conv2d", nn.Conv2d(3, 5, 3, stride=2, padding=1), (2, 3, 7, 6), params("conv2d1"))
    layer("conv_transpose2d", nn.ConvTranspose2d(3, 4, 3, stride=2, padding=1),
          (2, 3, 4, 5), params("convtranspose2d1"))
    layer("conv_transpose1d", nn.ConvTranspose1d(4, 6, 3, stride=2, padding=1, output_padding=1,
                                                 groups=2), (2, 4, 5), params("convtranspose1d1"))
    layer("instance_norm", nn.InstanceNorm2d(3, affine=True), (2, 3, 4, 5),
          params("instancenorm1"))
    layer("instance_norm_plain", nn.InstanceNorm1d(3), (2, 3, 5), [])
    layer("upsample", nn.Upsample(scale_factor=2), (2, 3, 4, 5), [])
    layer("layer_norm", nn.LayerNorm(7), (3, 5, 7), params("layernorm1"))
    layer("group_norm", nn.GroupNorm(2, 6), (3, 6, 5), params("groupnorm1"))
    layer("batch_norm", nn.BatchNorm2d(3).eval(), (5, 3, 2, 3), params("batchnorm1"), plus=[
        ("batchnorm1.running_mean", "running_mean"), ("batchnorm1.running_var", "running_var")])
    for kind, module in (("rnn", nn.RNN), ("gru", nn.GRU), ("lstm", nn.LSTM)):
        for depth in (1, 2):
            name = kind + str(depth)
            pairs = []
            for l in range(depth):
                suffix = "" if l == 0 else "_%d" % (l + 1)
                for part in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"):
                    pairs.append((part + suffix, "%s_l%d" % (part, l)))
            net = module(3, 5, num_layers=depth, batch_first=True)

            def call(x, net=net, kind=kind):
                y, last = net(x)
                last = last if kind != "lstm" else torch.cat(last, 2)
                return torch.cat([y.reshape(2, -1), last[-1]], 1)
            layer(name, net, (2, 4, 3), params(name, pairs), call)
    for number, causal in ((1, False), (2, True)):
        net = nn.MultiheadAttention(6, 2, batch_first=True)
        mask = ~lower(5) if causal else None
        layer("attention%d" % number, net, (2, 5, 6), params("multiheadattention%d" % number, [
            ("qkv.weight", "in_proj_weight"), ("qkv.bias", "in_proj_bias"),
            ("out.weight", "out_proj.weight"), ("out.bias", "out_proj.bias")]),
            lambda x, net=net, mask=mask: net(x, x, x, attn_mask=mask, need_weights=False)[0])
    seeded("embedding")
    table = torch.randn(7, 4).requires_grad_()
    y = F.embedding(IDS, table)
    seed = torch.randn(y.shape)
    out["embedding1.weight"], out["embedding.seed"], out["embedding.want"] = table, seed, y
    out["embedding.d.embedding1.weight"] = torch.autograd.grad(y, table, seed)[0]

    # RMSNorm, by its formula (PyTorch 1.13 has none).
    seeded("rms_norm")
    x, w = torch.randn(3, 5, 7).requires_grad_(), torch.randn(7).requires_grad_()
    y = x / torch.sqrt(x.square().mean(-1, keepdim=True) + 1e-6) * w
    figures(out, "rms_norm", [x, w], y, ["rms_norm.x1", "rmsnorm1.weight"])
    save("layers", out)


# ---- optimisers: ten steps on the mean squared error of two layers

def inline(rows, columns, a, b, c):
    i = torch.arange(rows)[:, None] + 1
    j = torch.arange(columns)[None, :] + 1
    return ((i * a + j * b) % c - c // 2).to(torch.float64) / 8


class Lion(torch.optim.Optimizer):
    def __init__(self, params, lr, betas=(0.9, 0.99), weight_decay=0.0):
        super().__init__(params, dict(lr=lr, betas=betas, weight_decay=weight_decay))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                m = self.state[p].setdefault("m", torch.zeros_like(p))
                b1, b2 = group["betas"]
                p.mul_(1 - group["lr"] * group["weight_decay"])
                p.sub_(group["lr"] * torch.sign(b1 * m + (1 - b1) * p.grad))
                m.mul_(b2).add_(p.grad, alpha=1 - b2)


O = torch.optim
OPTIMISERS = {
    "sgd": lambda p: O.SGD(p, lr=0.1),
    "sgd_momentum": lambda p: O.SGD(p, lr=0.1, momentum=0.9, weight_decay=0.01),
    "sgd_nesterov": lambda p: O.SGD(p, lr=0.1, momentum=0.9, nesterov=True),
    "adam": lambda p: O.Adam(p, lr=0.01),
    "adam_decay": lambda p: O.Adam(p, lr=0.01, betas=(0.8, 0.9), weight_decay=0.1),
    "adamw": lambda p: O.AdamW(p, lr=0.01, weight_decay=0.1),
    "rmsprop": lambda p: O.RMSprop(p, lr=0.01),
    "adagrad": lambda p: O.Adagrad(p, lr=0.05),
    "lion": lambda p: Lion(p, lr=0.01),
    "adadelta": lambda p: O.Adadelta(p, lr=0.5, weight_decay=0.01),
    "adamax": lambda p: O.Adamax(p, lr=0.02, weight_decay=0.01),
    # its other way of computing takes the product of the decays one step further than the paper
    "nadam": lambda p: O.NAdam(p, lr=0.02, weight_decay=0.01, foreach=True),
    "radam": lambda p: O.RAdam(p, lr=0.02, betas=(0.9, 0.99), weight_decay=0.01),
    "multistep": lambda p: O.SGD(p, lr=0.1),
    "clip_norm": lambda p: O.SGD(p, lr=0.1),
    "clip_value": lambda p: O.SGD(p, lr=0.1),
    "batch_norm": lambda p: O.SGD(p, lr=0.1),
    "groups": lambda p: O.AdamW(matrices_apart(p, dict(lr=0.05, weight_decay=0.1))),
    "groups_sgd": lambda p: O.SGD(matrices_apart(p, dict(lr=0.05, weight_decay=0.1)),
                                  momentum=0.9),
}


def matrices_apart(params, options):
    """Two groups: these options for matrices, another rate and no decay for the rest."""
    params = list(params)
    return [dict(params=[p for p in params if p.dim() == 2], **options),
            dict(params=[p for p in params if p.dim() != 2], lr=0.01, weight_decay=0.0)]


def make_optimisers():
    x, y = inline(6, 3, 7, 3, 11), inline(6, 2, 5, 4, 13)
    for name, make in OPTIMISERS.items():
        seeded(name)
        layers = [torch.nn.Linear(3, 5), torch.nn.Tanh(), torch.nn.Linear(5, 2)]
        if name == "batch_norm":
            layers.insert(1, torch.nn.BatchNorm1d(5))
        net = torch.nn.Sequential(*layers)
        for p in net.parameters():
            p.data = torch.randn(p.shape) * 0.5
        ours = {}
        first, last = layers[0], layers[-1]
        ours["linear1.weight"], ours["linear1.bias"] = first.weight, first.bias
        ours["linear2.weight"], ours["linear2.bias"] = last.weight, last.bias
        if name == "batch_norm":
            for part in ("weight", "bias", "running_mean", "running_var"):
                ours["batchnorm1." + part] = getattr(layers[1], part)
        out = {}

        def keep(prefix):
            for key, value in ours.items():
                value = value.t() if value.dim() == 2 else value
                out[prefix + key] = value.detach().clone()
        keep("")
        optimiser = make(net.parameters())
        rates = O.lr_scheduler.MultiStepLR(optimiser, [2, 5, 7], 0.5)
        for _ in range(10):
            optimiser.zero_grad()
            F.mse_loss(net(x), y).backward()
            if name == "clip_norm":
                torch.nn.utils.clip_grad_norm_(net.parameters(), 0.3)
            if name == "clip_value":
                torch.nn.utils.clip_grad_value_(net.parameters(), 0.05)
            optimiser.step()
            if name == "multistep":
                rates.step()
        keep("want.")
        save("optim_" + name, out)


if __name__ == "__main__":
    make_ops()
    make_layers()
    make_optimisers()
