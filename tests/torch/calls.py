"""Random calls of the language beside PyTorch, in float64.

Each seed makes a script of some calls, of what they gave before and of parameters, and the
same in PyTorch; compared are the values, the gradients of a weighted sum of all of them, and
the gradients of the sum of squares of those gradients. What differs is kept in --out.

    python3 calls.py --mfc MFC [--from 1] [--count 100] [--calls 6] [--emit] [--out DIR]

--emit compares what the emitted C computes, too (with $CC, default cc -O1).
NumPy and PyTorch are needed, so this is no part of the test run: docs/testing.md says what it found.
"""

import argparse
import math
import os
import random
import shlex
import subprocess
import sys
import tempfile

import numpy as np
import torch
import torch.nn.functional as F

from make import save

LARGEST = 40  # values beyond it are not gone on with: their powers say little


class Unfit(Exception):
    """The call drawn cannot be made of what there is."""


class Script:
    """Lua lines and the tensors that they stand for."""

    def __init__(self, seed):
        self.r = random.Random(seed)
        self.g = torch.Generator().manual_seed(seed)
        self.lines, self.values, self.params, self.n = [], {}, {}, 0
        self.layers = {}

    # -- what a call is made of

    def name(self):
        self.n += 1
        return f"v{self.n}"

    def param(self, shape, name=None, near=None):
        """A new parameter; under the name of a layer's where one is given."""
        p = torch.randn(list(shape), generator=self.g)
        if near is not None:
            p = near + p / 4
        p.requires_grad_(True)
        lua = name or f"p{len(self.params) + 1}"
        self.params[lua] = p
        if name is None:
            self.lines.append(f'local {lua} = mf.param("{lua}", {lua_list(shape)}, mf.init.zeros())')
        return lua, p

    def shape(self, rank=None):
        rank = self.r.choice([0, 1, 2, 2, 2, 3, 3, 4]) if rank is None else rank
        sizes = [1, 2, 3, 4, 5, 7] if rank > 2 or self.r.random() < 0.7 else [1, 9, 16, 17, 20, 33]
        return [self.r.choice(sizes) for _ in range(rank)]

    def any(self, rank=None, least=0):
        """A value there is, or a new parameter, of that rank or at least of one."""
        fits = [(k, v) for k, v in self.values.items()
                if (rank is None or v.dim() == rank) and v.dim() >= least]
        if fits and self.r.random() < 0.75:
            return self.r.choice(fits)
        return self.param(self.shape(rank if rank is not None else max(least, self.r.choice([1, 2, 3, 4]))))

    def like(self, shape):
        """A value of just this shape."""
        fits = [(k, v) for k, v in self.values.items() if list(v.shape) == list(shape)]
        return self.r.choice(fits) if fits and self.r.random() < 0.5 else self.param(shape)

    def stretched(self, shape):
        """A value that broadcasts with this shape."""
        s = [1 if self.r.random() < 0.25 else n for n in shape]
        return self.like(s[self.r.randint(0, len(s)):] if self.r.random() < 0.4 else s)

    def axis(self, x, least=1):
        """An axis of at least so many elements: what the script says, and PyTorch's."""
        fits = [a for a in range(x.dim()) if x.shape[a] >= least]
        if not fits:
            raise Unfit
        a = self.r.choice(fits)
        return (a + 1 if self.r.random() < 0.6 else a - x.dim()), a

    def axes(self, x):
        """Some axes for a reduction: the words of the script, PyTorch's tuple."""
        if x.dim() == 0 or self.r.random() < 0.2:
            return "", tuple(range(x.dim()))
        some = sorted(self.r.sample(range(x.dim()), self.r.randint(1, x.dim())))
        said = [a + 1 if self.r.random() < 0.6 else a - x.dim() for a in some]
        return (str(said[0]) if len(said) == 1 and self.r.random() < 0.7 else lua_list(said)), tuple(some)

    def ids(self, shape, below):
        """Whole numbers: constants, or computed by the model from a parameter."""
        t = torch.randint(0, below, list(shape), generator=self.g)
        name = self.name()
        if self.r.random() < 0.5:
            self.lines.append(f'local {name} = mf.const({lua_value(t.tolist())}, "i32")')
        else:
            p, v = self.param(shape, near=None)
            with torch.no_grad():
                v.copy_(t + 0.5)
            self.lines.append(f'local {name} = mf.stop_gradient({p}):floor():cast "i32"')
        return name, t

    def number(self):
        return self.r.choice([2, 3, 0.5, -1.5, 0.25, -2, 1])

    def bool(self):
        return self.r.random() < 0.5

    def layer(self, kind, words, **shapes):
        """A layer and its parameters, as `kind1.weight`."""
        n = self.layers[kind] = self.layers.get(kind, 0) + 1
        name = self.name()
        self.lines.append(f"local {name} = nn.{kind}({words})")
        ps = {}
        for key, (shape, near) in shapes.items():
            _, ps[key] = self.param(shape, f"{kind.lower()}{n}.{key}", near)
        return name, ps


def lua_list(items):
    return "{ " + ", ".join(map(str, items)) + " }" if len(items) else "{}"


def lua_value(v):
    return "{ " + ", ".join(map(lua_value, v)) + " }" if isinstance(v, list) else repr(v)


def flag(word, on):
    return f"{word} = {'true' if on else 'false'}"


# ---- the calls: each takes a script and gives (expression, value), or lists of values

CALLS = []


def call(weight=1):
    def add(f):
        CALLS.extend([f] * weight)
        return f
    return add


POSITIVE = (lambda e: f"({e}:abs() + 0.5)", lambda x: x.abs() + 0.5)
INSIDE = (lambda e: f"(0.9 * {e}:tanh())", lambda x: 0.9 * x.tanh())
AS_IS = (lambda e: e, lambda x: x)
SCALARS = {
    "neg": torch.neg, "abs": torch.abs, "exp": torch.exp, "expm1": torch.expm1, "log": torch.log,
    "log1p": torch.log1p, "sqrt": torch.sqrt, "rsqrt": torch.rsqrt, "square": torch.square,
    "reciprocal": torch.reciprocal, "sin": torch.sin, "cos": torch.cos, "atan": torch.atan,
    "tanh": torch.tanh, "erf": torch.erf, "sigmoid": torch.sigmoid, "softplus": F.softplus,
    "relu": torch.relu, "floor": torch.floor, "ceil": torch.ceil, "round": torch.round,
    "sign": torch.sign, "leaky_relu": F.leaky_relu, "elu": F.elu, "gelu": F.gelu,
    "gelu_tanh": lambda x: F.gelu(x, approximate="tanh"), "silu": F.silu, "hardtanh": F.hardtanh,
    "relu6": F.relu6, "hardsigmoid": lambda x: F.relu6(x + 3) / 6,
    "hardswish": lambda x: x * F.relu6(x + 3) / 6, "selu": F.selu,
    "mish": F.mish, "softsign": F.softsign, "logsigmoid": F.logsigmoid, "tan": torch.tan,
    "sinh": torch.sinh, "cosh": torch.cosh, "log2": torch.log2, "log10": torch.log10,
    "trunc": torch.trunc, "asin": torch.asin, "acos": torch.acos, "asinh": torch.asinh,
    "acosh": lambda x: torch.acosh(x + 1), "atanh": torch.atanh, "lgamma": torch.lgamma,
}
WHERE = {"log": POSITIVE, "log1p": POSITIVE, "sqrt": POSITIVE, "rsqrt": POSITIVE, "reciprocal": POSITIVE,
         "tan": INSIDE, "log2": POSITIVE, "log10": POSITIVE, "asin": INSIDE, "acos": INSIDE,
         "acosh": POSITIVE, "atanh": INSIDE, "lgamma": POSITIVE}


@call(6)
def scalar(s):
    word, f = s.r.choice(list(SCALARS.items()))
    e, x = s.any()
    said, made = WHERE.get(word, AS_IS)
    e, y = said(e), f(made(x))
    e = f"({e} + 1)" if word == "acosh" else e
    return (f"{e}:{word}()" if s.bool() else f"mf.{word}({e})"), y


@call(5)
def binary(s):
    a, x = s.any()
    b, y = s.stretched(list(x.shape))
    if s.bool():
        a, x, b, y = b, y, a, x
    safe, safe_y = f"({b}:square() + 1)", y.square() + 1
    return s.r.choice([
        lambda: (f"{a} + {b}", x + y), lambda: (f"{a} - {b}", x - y), lambda: (f"{a} * {b}", x * y),
        lambda: (f"{a} / {safe}", x / safe_y), lambda: (f"{a}:maximum({b})", torch.maximum(x, y)),
        lambda: (f"mf.minimum({a}, {b})", torch.minimum(x, y)),
        lambda: (f"({a}:abs() + 0.5) ^ {b}", (x.abs() + 0.5) ** y),
        lambda: (f"mf.atan2({a}, {safe})", torch.atan2(x, safe_y)),
        lambda: (f"{a}:remainder({safe})", x - safe_y * torch.floor(x / safe_y).detach()),
        lambda: (f"mf.lerp({a}, {b}, 0.3)", x + 0.3 * (y - x)),
    ])()


@call(2)
def with_number(s):
    e, x = s.any()
    n = s.number()
    return s.r.choice([
        lambda: (f"{e} + {n}", x + n), lambda: (f"{n} - {e}", n - x), lambda: (f"{n} * {e}", n * x),
        lambda: (f"{e} / {n}", x / n), lambda: (f"{n} / ({e}:square() + 1)", n / (x.square() + 1)),
        lambda: (f"{e} ^ 2", x ** 2), lambda: (f"{e} ^ 3", x ** 3), lambda: (f"-{e}", -x),
        lambda: (f"2 ^ {e}", 2 ** x), lambda: (f"{e}:clamp(-0.5, {abs(n)})", x.clamp(-0.5, abs(n))),
        lambda: (f"{e}:clamp(nil, 0.3)", x.clamp(max=0.3)),
        lambda: (f"{e}:maximum({n})", torch.maximum(x, torch.tensor(float(n)))),
    ])()


@call(2)
def choose(s):
    a, x = s.any()
    b, y = s.stretched(list(x.shape))
    word, f = s.r.choice([("lt", torch.lt), ("le", torch.le), ("gt", torch.gt), ("ge", torch.ge), ("ne", torch.ne)])
    c, z = s.stretched(list(x.shape))
    if s.bool():
        return f"mf.where({a}:{word}({b}), {a}, {c})", torch.where(f(x, y), x, z)
    return (f"mf.where(mf.logical_not({a}:{word}(0.1)), {b} * 2, {c})",
            torch.where(~f(x, torch.tensor(0.1)), y * 2, z))


@call(5)
def reduction(s):
    e, x = s.any()
    word = s.r.choice(["sum", "mean", "max", "min", "prod", "var", "std", "logsumexp", "norm"])
    said, axes = s.axes(x)
    keep = s.bool()
    if not axes and word not in ("sum", "mean"):
        raise Unfit
    n = math.prod(x.shape[a] for a in axes)
    if word in ("std", "norm") and n == 1:
        raise Unfit  # a kink
    if word in ("max", "min", "prod"):
        rest = [a for a in range(x.dim()) if a not in axes]
        flat = x.permute(rest + list(axes)).reshape([x.shape[a] for a in rest] + [n])
        y = flat.prod(-1) if word == "prod" else getattr(flat, word)(-1).values
    elif word in ("var", "std"):
        y = x.var(axes, unbiased=False)
        y = y.sqrt() if word == "std" else y
    elif word == "norm":
        y = x.square().sum(axes).sqrt()
    else:
        y = getattr(x, word)(axes) if axes else x
    if word in ("std", "norm") and y.min() < 1e-6:
        raise Unfit
    if keep:
        y = y.reshape([1 if a in axes else x.shape[a] for a in range(x.dim())])
    words = (said or "nil") + ", { keep = true }" if keep else said
    return f"{e}:{word}({words})", y


@call(3)
def along(s):
    e, x = s.any(least=1)
    said, a = s.axis(x)
    if s.r.random() < 0.3:
        said, a = "", x.dim() - 1
    word = s.r.choice(["softmax", "log_softmax", "normalize", "glu", "cumsum", "reverse", "cumprod",
                       "logcumsumexp", "sort", "topk"])
    if word in ("softmax", "log_softmax"):
        return f"{e}:{word}({said})", getattr(x, word)(a)
    if word == "normalize":
        if x.shape[a] == 1:
            raise Unfit
        return f"{e}:normalize({said})", x / x.square().sum(a, keepdim=True).sqrt()
    if word == "glu":
        if x.shape[a] % 2:
            raise Unfit
        return f"{e}:glu({said})", F.glu(x, a)
    said = said or -1
    if word == "cumsum":
        return f"{e}:cumsum({said})", x.cumsum(a)
    if word in ("cumprod", "logcumsumexp"):
        return f"{e}:{word}({said})", getattr(x, word)(a)
    if word == "reverse":
        return f"{e}:cumsum({said}, {{ reverse = true }})", x.flip(a).cumsum(a).flip(a)
    if word == "sort":
        down = s.bool()
        return (f"{e}:sort({said}, {{ {flag('descending', down)} }})",
                x.sort(dim=a, descending=down, stable=True).values)
    k = s.r.randint(1, x.shape[a])
    return f"({e}:topk({k}, {said}))", x.sort(dim=a, descending=True, stable=True).values.narrow(a, 0, k)


@call(7)
def movement(s):
    e, x = s.any(least=1)
    said, a = s.axis(x)
    n = x.shape[a]

    def reshape():
        sizes, left = [], x.numel()
        while left > 1 and s.r.random() < 0.7:
            d = s.r.choice([d for d in range(1, left + 1) if left % d == 0])
            sizes.append(d)
            left //= d
        sizes.append(left)
        sizes = sizes[:6] if len(sizes) <= 6 else [x.numel()]
        words = list(sizes)
        if s.r.random() < 0.3:
            words[s.r.randrange(len(words))] = -1
        return f"{e}:reshape {lua_list(words)}", x.reshape(sizes)

    def permute():
        order = s.r.sample(range(x.dim()), x.dim())
        return f"{e}:permute {lua_list([o + 1 for o in order])}", x.permute(order)

    def transpose():
        other, b = s.axis(x)
        if a == b:
            raise Unfit
        return f"{e}:transpose({said}, {other})", x.transpose(a, b)

    def turned():
        if x.dim() < 2:
            raise Unfit
        return f"{e}:T()", x.transpose(-1, -2)

    def squeeze():
        if n != 1:
            raise Unfit
        return f"{e}:squeeze({said})", x.squeeze(a)

    def unsqueeze():
        to = s.r.randint(1, x.dim() + 1)
        return f"{e}:unsqueeze({to})", x.unsqueeze(to - 1)

    def flatten():
        lo = s.r.randint(1, x.dim())
        hi = s.r.randint(lo, x.dim())
        return f"{e}:flatten({lo}, {hi})", x.flatten(lo - 1, hi - 1)

    def expand():
        k = s.r.randint(1, 4)
        return f"{e}:expand({a + 1}, {k})", x.unsqueeze(a).expand(*x.shape[:a], k, *x.shape[a:])

    def broadcast():
        to = s.shape(s.r.choice([0, 1])) + [s.r.choice([2, 3, 6]) if m == 1 else m for m in x.shape]
        return f"{e}:broadcast {lua_list(to)}", x.broadcast_to(to)

    def part():
        first, last = sorted([s.r.randint(1, n), s.r.randint(1, n)])
        step = s.r.choice([1, 1, 2, 3])
        index = [slice(None)] * a + [slice(first - 1, last, step)]
        words = f"{first - n - 1 if s.bool() else first}, {last - n - 1 if s.bool() else last}"
        return f"{e}:slice({said}, {words}{f', {step}' if step > 1 else ''})", x[tuple(index)]

    def select():
        i = s.r.randint(1, n)
        return f"{e}:select({said}, {i - n - 1 if s.bool() else i})", x.select(a, i - 1)

    def pad():
        pairs = [[s.r.choice([0, 0, 1, 2]), s.r.choice([0, 0, 1, 3])] for _ in x.shape]
        value = s.r.choice([None, None, 0.5, -1])
        flat = [v for p in reversed(pairs) for v in p]
        words = lua_value(pairs) + (f", {value}" if value is not None else "")
        return f"{e}:pad({words})", F.pad(x, flat, value=value or 0)

    def flip():
        return f"{e}:flip({said})", x.flip(a)

    def roll():
        k = s.r.randint(-n - 1, n + 1)
        return f"{e}:roll({k}, {said})", x.roll(k, a)

    def split():
        parts = s.r.choice([k for k in range(1, n + 1) if n % k == 0])
        i = s.r.randrange(parts)
        return f"(select({i + 1}, {e}:split({parts}, {said})))", x.chunk(parts, a)[i] if parts > 1 else x

    def joined():
        b, y = s.like([s.r.randint(1, 4) if i == a else m for i, m in enumerate(x.shape)])
        c, z = s.like([s.r.randint(1, 4) if i == a else m for i, m in enumerate(x.shape)])
        return f"mf.concat({{ {b}, {e}, {c} }}, {said})", torch.cat([y, x, z], a)

    def stacked():
        b, y = s.like(list(x.shape))
        to = s.r.randint(1, x.dim() + 1)
        return f"mf.stack({{ {e}, {b} }}, {to})", torch.stack([x, y], to - 1)

    return s.r.choice([reshape, permute, transpose, turned, squeeze, unsqueeze, flatten, expand, broadcast,
                       part, select, pad, flip, roll, split, joined, stacked])()


@call(5)
def product(s):
    e, x = s.any(least=1)
    r = s.r

    def matmul():
        k = x.shape[-1]
        if x.dim() == 1 or r.random() < 0.6:
            b, y = s.like(r.choice([[k], [k, r.choice([1, 3, 8, 17, 32])]]))
        else:
            lead = [1 if r.random() < 0.3 else m for m in x.shape[:-2]]
            b, y = s.like(lead[r.randint(0, len(lead)):] + [k, r.choice([1, 2, 5, 16])])
        return f"{e}:matmul({b})", torch.matmul(x, y)

    def einsum():
        letters = "abcdefg"[:x.dim()]
        used = {c: m for c, m in zip(letters, x.shape)}
        second = r.sample(letters, r.randint(0, len(letters)))
        for c in "xy"[:r.randint(0, 2)]:
            used[c] = r.choice([2, 3, 5, 16])
            second.append(c)
        r.shuffle(second)
        b, y = s.like([used[c] for c in second])
        out = [c for c in used if r.random() < 0.55 and (c in letters or c in second)]
        r.shuffle(out)
        text = f"{letters},{''.join(second)}->{''.join(out)}"
        return f'mf.einsum("{text}", {e}, {b})', torch.einsum(text, x, y)

    def others():
        if x.dim() == 1:
            b, y = s.any(1)
            if y.dim() == 1 and y.shape == x.shape and s.bool():
                return f"mf.dot({e}, {b})", x @ y
            return f"mf.outer({e}, {b})", torch.outer(x, y)
        b, y = s.like(list(x.shape))
        if r.random() < 0.3 and x.shape[-1] > 1:
            return f"mf.cosine_similarity({e}, {b})", F.cosine_similarity(x, y, -1, eps=0)
        if r.random() < 0.3:
            c, z = s.param(list(x.shape[:-2]) + [r.randint(1, 5), x.shape[-1]])
            return f"mf.cdist({e}, {c})", (x.unsqueeze(-2) - z.unsqueeze(-3)).square().sum(-1).sqrt()
        if r.random() < 0.3:
            n = x.shape[-1]
            m, a = f"({e}:T():matmul({e}) + mf.eye({n}))", x.mT @ x + torch.eye(n)
            c, z = s.param(list(x.shape[:-2]) + [n, r.randint(1, 4)])
            return r.choice([(f"{m}:inv()", torch.linalg.inv(a)), (f"{m}:det()", torch.linalg.det(a)),
                             (f"{m}:cholesky()", torch.linalg.cholesky(a)),
                             (f"{m}:solve({c})", torch.linalg.solve(a, z))])
        k = r.randint(-2, 2)
        word = r.choice(["tril", "triu"])
        return f"{e}:{word}({k})", getattr(torch, word)(x, k)

    return r.choice([matmul, matmul, matmul, einsum, einsum, others])()


def window_options(s, dims, transposed=False):
    """stride, pad, dilation, groups: the words, PyTorch's arguments."""
    def each(choices):
        v = [s.r.choice(choices) for _ in range(dims)]
        return v if s.bool() else [v[0]] * dims
    o = {"stride": each([1, 1, 2, 3]), "padding": each([0, 0, 1, 2]), "dilation": each([1, 1, 1, 2])}
    words = []
    for lua, key, plain in (("stride", "stride", 1), ("pad", "padding", 0), ("dilation", "dilation", 1)):
        if o[key] != [plain] * dims or s.r.random() < 0.2:
            same = len(set(o[key])) == 1 and s.bool()
            words.append(f"{lua} = {o[key][0] if same or dims == 1 else lua_list(o[key])}")
    return words, o


@call(3)
def convolution(s):
    dims = s.r.choice([1, 1, 2, 2, 2, 3])
    transposed = s.r.random() < 0.35
    size = {1: [5, 9, 16, 33], 2: [4, 5, 8, 11], 3: [3, 4, 5]}[dims]
    groups = s.r.choice([1, 1, 1, 2, 3])
    c, o = groups * s.r.choice([1, 2, 3, 5]), groups * s.r.choice([1, 2, 4, 7])
    k = [s.r.choice([1, 2, 3, 3]) for _ in range(dims)]
    fits = [(n, v) for n, v in s.values.items() if v.dim() == dims + 2 and v.shape[1] <= 12]
    if fits and groups == 1:
        e, x = s.r.choice(fits)
        c = x.shape[1]
    else:
        e, x = s.param([s.r.choice([1, 2, 3]), c] + [s.r.choice(size) for _ in range(dims)])
    words, how = window_options(s, dims)
    how["groups"] = groups
    if groups > 1:
        words.append(f"groups = {groups}")
    if transposed:
        w, y = s.param([c, o // groups] + k)
        extra = [s.r.randint(0, max(how["stride"][i], how["dilation"][i]) - 1) if s.r.random() < 0.4 else 0
                 for i in range(dims)]
        if any(extra):
            words.append(f"output_pad = {lua_list(extra) if dims > 1 else extra[0]}")
            how["output_padding"] = extra
        f, word = getattr(F, f"conv_transpose{dims}d"), f"conv_transpose{dims}d"
    else:
        w, y = s.param([o, c // groups] + k)
        f, word = getattr(F, f"conv{dims}d"), f"conv{dims}d"
    try:
        out = f(x, y, **how)
    except RuntimeError:
        raise Unfit
    return f"{e}:{word}({w}{', { ' + ', '.join(words) + ' }' if words else ''})", out


@call(2)
def pool(s):
    dims = s.r.choice([1, 2, 2, 3])
    fits = [(n, v) for n, v in s.values.items() if v.dim() == dims + 2]
    e, x = s.r.choice(fits) if fits and s.bool() else s.param(
        [2, 3] + [s.r.choice([4, 5, 7, 8] if dims < 3 else [3, 4]) for _ in range(dims)])
    k = [s.r.choice([1, 2, 2, 3]) for _ in range(dims)]
    k = k if s.bool() else [k[0]] * dims
    stride = s.r.choice([None, 1, 2, 3])
    p = s.r.choice([0, 0, 1]) if min(k) > 1 else 0
    words = ([f"stride = {stride}"] if stride else []) + ([f"pad = {p}"] if p else [])
    word = s.r.choice(["max_pool", "avg_pool"]) + f"{dims}d"
    more = {}
    if s.bool():
        more["ceil_mode"] = True
    if word[:3] == "avg" and s.bool():
        more["count_include_pad"] = False
    words += [f"{key} = {str(v).lower()}" for key, v in more.items()]
    said = k[0] if len(set(k)) == 1 and s.bool() or dims == 1 else lua_list(k)
    try:
        y = getattr(F, word)(x, k, stride=stride, padding=p, **more)
    except RuntimeError:
        raise Unfit
    return f"{e}:{word}({said}{', { ' + ', '.join(words) + ' }' if words else ''})", y


@call(3)
def indexing(s):
    def gather():
        e, x = s.any(least=1)
        ids, t = s.ids(s.shape(s.r.choice([0, 1, 2])), x.shape[0])
        return f"{e}:gather({ids})", x[t]

    def take():
        e, x = s.any(least=1)
        said, a = s.axis(x)
        ids, t = s.ids([s.r.randint(1, 4) if i == a else m for i, m in enumerate(x.shape)], x.shape[a])
        return f"{e}:take_along({ids}, {said})", x.gather(a, t)

    def segments():
        e, x = s.any(least=1)
        lead = s.r.randint(1, x.dim())
        n = s.r.randint(1, 5)
        ids, t = s.ids(x.shape[:lead], n)
        return f"{e}:segment_sum({ids}, {n})", torch.einsum(
            x_letters(lead, x.dim()), F.one_hot(t, n).to(x.dtype), x)

    def x_letters(lead, rank):
        rows, rest = "abcdefgh"[:lead], "mnopqrst"[:rank - lead]
        return f"{rows}z,{rows}{rest}->{rows[:-1]}z{rest}"

    def hot():
        n = s.r.randint(2, 6)
        ids, t = s.ids(s.shape(s.r.choice([1, 2])), n)
        w, v = s.param([n])
        return f"mf.one_hot({ids}, {n}) * {w}", F.one_hot(t, n).to(v.dtype) * v

    def largest():
        e, x = s.any(least=1)
        said, a = s.axis(x)
        i = x.argmax(a, keepdim=True)
        return f"{e}:take_along({e}:argmax({said}):unsqueeze({a + 1}), {said})", x.gather(a, i)

    return s.r.choice([gather, gather, take, segments, hot, largest])()


@call(3)
def losses(s):
    e, x = s.any(least=1)
    reduce = s.r.choice(["mean", "sum", "none"])
    b, y = s.like(list(x.shape))
    end = "" if reduce == "mean" and s.bool() else f'reduce = "{reduce}"'
    opt = f", {{ {end} }}" if end else ""

    def done(v):
        return v.mean() if reduce == "mean" else v.sum() if reduce == "sum" else v

    def classes():
        z, n = x, x.shape[-1]
        ids, t = s.ids(x.shape[:-1], n)
        words, how = [end] if end else [], {}
        if s.r.random() < 0.4:
            words.append("label_smoothing = 0.1")
            how["label_smoothing"] = 0.1
        if s.r.random() < 0.4 and n > 1:
            words.append("ignore_index = 0")
            how["ignore_index"] = 0
        weight = None
        if s.r.random() < 0.3:
            w, v = s.param([n])
            weight = v.abs() + 0.5
            words.append(f"weight = {w}:abs() + 0.5")
        if how.get("ignore_index") == 0 and (t == 0).all():
            raise Unfit
        if reduce == "mean" and weight is not None and "label_smoothing" in how:
            raise Unfit
        if weight is not None:  # PyTorch gives no gradient for it
            q = torch.log_softmax(z, -1)
            smooth = how.get("label_smoothing", 0)
            hot = F.one_hot(t, n) * (1 - smooth) + smooth / n
            counts = (t != how.get("ignore_index", -100)).to(q.dtype)
            v = -(hot * weight * q).sum(-1) * counts
            out = v.sum() / (weight[t] * counts).sum() if reduce == "mean" else done(v)
        else:
            out = F.cross_entropy(z.reshape(-1, n), t.reshape(-1), reduction=reduce, **how)
            out = out.reshape(x.shape[:-1]) if reduce == "none" else out
        return f"mf.loss.cross_entropy({e}, {ids}{', { ' + ', '.join(words) + ' }' if words else ''})", out

    def simple():
        word = s.r.choice(["mse", "mae", "huber", "bce_logits", "poisson_nll", "hinge"])
        if word == "mse":
            return f"mf.loss.mse({e}, {b}{opt})", done((x - y) ** 2)
        if word == "mae":
            return f"mf.loss.mae({e}, {b}{opt})", done((x - y).abs())
        if word == "huber":
            return f"mf.loss.huber({e}, {b}{opt})", F.smooth_l1_loss(x, y, reduction=reduce)
        if word == "hinge":
            return f"mf.loss.hinge({e}, {b}:sign(){opt})", done((1 - y.sign() * x).relu())
        if word == "poisson_nll":
            return f"mf.loss.poisson_nll({e}, {b}:exp(){opt})", F.poisson_nll_loss(x, y.exp(), reduction=reduce)
        return (f"mf.loss.bce_logits({e}, {b}:sigmoid(){opt})",
                F.binary_cross_entropy_with_logits(x, y.sigmoid(), reduction=reduce))

    def probabilities():
        word = s.r.choice(["bce", "kl", "gaussian_nll"])
        if word == "bce":
            return (f"mf.loss.bce({e}:sigmoid(), {b}:sigmoid(){opt})",
                    done(-(y.sigmoid() * F.logsigmoid(x) + (1 - y.sigmoid()) * F.logsigmoid(-x))))
        if word == "kl":
            q, p = x.log_softmax(-1), y.softmax(-1)
            return f"mf.loss.kl({e}:log_softmax(), {b}:softmax(){opt})", done((p * (p.log() - q)).sum(-1))
        v = y.square() + 0.1
        return (f"mf.loss.gaussian_nll({e}, {b}, {b}:square() + 0.1{opt})",
                done(0.5 * (v.log() + (x - y) ** 2 / v)))

    return s.r.choice([classes, classes, simple, simple, probabilities])()


@call(4)
def layers(s):
    r = s.r

    def linear():
        e, x = s.any(least=1)
        o, bias = r.choice([1, 4, 10, 16, 17, 40]), s.bool()
        shapes = {"weight": ([x.shape[-1], o], None)}
        if bias:
            shapes["bias"] = ([o], None)
        f, p = s.layer("Linear", f"{x.shape[-1]}, {o}" + ("" if bias else ", { bias = false }"), **shapes)
        return f"{f}({e})", F.linear(x, p["weight"].T, p.get("bias"))

    def norm():
        e, x = s.any(least=2)
        d, c = x.shape[-1], x.shape[1]
        which = r.choice(["LayerNorm", "RMSNorm", "GroupNorm", "InstanceNorm"])
        if which == "LayerNorm":
            last = r.randint(1, x.dim() - 1)
            shape = list(x.shape[-last:])
            if math.prod(shape) == 1:
                raise Unfit
            f, p = s.layer(which, str(d) if last == 1 else lua_list(shape), weight=(shape, 1), bias=(shape, 0))
            return f"{f}({e})", F.layer_norm(x, shape, p["weight"], p["bias"])
        if which == "RMSNorm":
            f, p = s.layer(which, str(d), weight=([d], 1))
            return f"{f}({e})", x * torch.rsqrt(x.square().mean(-1, keepdim=True) + 1e-6) * p["weight"]
        if x.dim() < 3 or math.prod(x.shape[2:]) == 1:
            raise Unfit
        if which == "GroupNorm":
            g = r.choice([k for k in range(1, c + 1) if c % k == 0])
            f, p = s.layer(which, f"{g}, {c}", weight=([c], 1), bias=([c], 0))
            return f"{f}({e})", F.group_norm(x, g, p["weight"], p["bias"])
        f, p = s.layer(which, f"{c}, {{ affine = true }}", weight=([c], 1), bias=([c], 0))
        return f"{f}({e})", F.instance_norm(x, weight=p["weight"], bias=p["bias"])

    def recurrent():
        e, x = s.any(3)
        kind = r.choice(["RNN", "GRU", "LSTM"])
        h, n, bias = r.choice([1, 3, 8, 16, 20]), r.choice([1, 1, 2]), s.bool()
        gates = {"RNN": 1, "GRU": 3, "LSTM": 4}[kind] * h
        shapes, order = {}, []
        for k in range(n):
            tail = f"_{k + 1}" if k else ""
            shapes["weight_ih" + tail] = ([x.shape[2] if k == 0 else h, gates], None)
            shapes["weight_hh" + tail] = ([h, gates], None)
            if bias:
                shapes["bias_ih" + tail], shapes["bias_hh" + tail] = ([gates], None), ([gates], None)
        words = ([f"layers = {n}"] if n > 1 else []) + ([] if bias else ["bias = false"])
        f, p = s.layer(kind, f"{x.shape[2]}, {h}" + (f", {{ {', '.join(words)} }}" if words else ""), **shapes)
        for k in range(n):
            tail = f"_{k + 1}" if k else ""
            order += [p["weight_ih" + tail].T, p["weight_hh" + tail].T]
            order += [p["bias_ih" + tail], p["bias_hh" + tail]] if bias else []
        zero = torch.zeros(n, x.shape[0], h)
        if kind == "LSTM":
            out = torch.lstm(x, (zero, zero), order, bias, n, 0.0, False, False, True)
        elif kind == "GRU":
            out = torch.gru(x, zero, order, bias, n, 0.0, False, False, True)
        else:
            out = torch.rnn_tanh(x, zero, order, bias, n, 0.0, False, False, True)
        i = r.randrange(3 if kind == "LSTM" else 2)
        return f"(select({i + 1}, {f}({e})))", out[i] if i == 0 else out[i][-1]

    def attention():
        e, x = s.any(3)
        d = x.shape[2]
        heads = r.choice([k for k in range(1, d + 1) if d % k == 0])
        causal = s.bool()
        f, p = s.layer("MultiHeadAttention", f"{d}, {heads}" + (", { causal = true }" if causal else ""),
                       **{"qkv.weight": ([d, 3 * d], None), "qkv.bias": ([3 * d], None),
                          "out.weight": ([d, d], None), "out.bias": ([d], None)})
        b, t, _ = x.shape
        q, k, v = (x @ p["qkv.weight"] + p["qkv.bias"]).split(d, -1)
        q, k, v = (z.reshape(b, t, heads, d // heads).transpose(1, 2) for z in (q, k, v))
        a = q @ k.transpose(-1, -2) / math.sqrt(d // heads)
        if causal:
            a = a.masked_fill(~torch.tril(torch.ones(t, t, dtype=torch.bool)), -math.inf)
        y = (a.softmax(-1) @ v).transpose(1, 2).reshape(b, t, d)
        return f"{f}({e})", y @ p["out.weight"] + p["out.bias"]

    return r.choice([linear, linear, norm, norm, recurrent, attention])()


@call(3)
def scan(s):
    """A loop over the first axis, whose turns read outer tensors."""
    e, x = s.any(least=1)
    r, row = s.r, list(x.shape[1:])
    h, start = s.like(row)
    outer, w = s.stretched(row)
    body = r.choice(["cell", "sum", "two", "choose", "grad"])
    a, b, k = s.name(), s.name(), s.name()
    hs, carry = [], start
    if body == "cell" and len(row) >= 1:
        u, v = s.param([row[-1], row[-1]])
        s.lines.append(f"local {a}, {b} = mf.scan(function(h, x) h = (h:matmul({u}) + x * {outer}):tanh() "
                       "return h, h:square() end, " + f"{h}, {e})")
        for t in range(x.shape[0]):
            carry = (torch.matmul(carry, v) + x[t] * w).tanh()
            hs.append(carry.square())
    elif body == "two":
        s.lines.append(f"local {k}, {b} = mf.scan(function(c, x) local h = c.h * 0.5 + x "
                       f"return {{ h = h, g = c.g:maximum(h) }}, c.g * {outer} end, "
                       f"{{ h = {h}, g = {h} }}, {e})")
        s.lines.append(f"local {a} = {k}.h - {k}.g")
        one, two = start, start
        for t in range(x.shape[0]):
            hs.append(two * w)
            one = one * 0.5 + x[t]
            two = torch.maximum(two, one)
        carry = one - two
    elif body == "choose":
        s.lines.append(f"local {a}, {b} = mf.scan(function(h, x) h = mf.where(x:gt(0), h * 0.5 + {outer}, x) "
                       f"return h, h:sin() end, {h}, {e})")
        for t in range(x.shape[0]):
            carry = torch.where(x[t] > 0, carry * 0.5 + w, x[t])
            hs.append(carry.sin())
    elif body == "grad":
        s.lines.append(f"local {a}, {b} = mf.scan(function(h, x) local y = (h * h * {outer} - h * x):sum() "
                       f"h = h - 0.1 * mf.grad(y, h) return h, y end, {h}, {e})")
        for t in range(x.shape[0]):
            hs.append((carry * carry * w - carry * x[t]).sum())
            carry = carry - 0.1 * (2 * carry * w - x[t])
    else:
        s.lines.append(f"local {a}, {b} = mf.scan(function(h, x) return h * 0.9 + x * {outer}, h end, {h}, {e})")
        for t in range(x.shape[0]):
            hs.append(carry)
            carry = carry * 0.9 + x[t] * w
    return (a, carry) if s.bool() else (b, torch.stack(hs))


# ---- a script, both ways

def make(seed, calls):
    s = Script(seed)
    for _ in range(s.r.randint(1, 3)):
        e, x = s.param(s.shape())
        s.values[e] = x
    tries = 0
    while calls > 0 and tries < 200:
        tries += 1
        f = s.r.choice(CALLS)
        kept = (list(s.lines), dict(s.params), dict(s.layers), s.n)
        try:
            lua, value = f(s)
            fit = value.numel() <= 4000 and value.dim() <= 6 and value.numel() > 0 and bool(
                torch.isfinite(value).all()) and float(value.detach().abs().max()) < LARGEST
        except Unfit:
            fit = False
        if not fit:
            s.lines, s.params, s.layers, s.n = kept
            continue
        name = s.name()
        s.lines.append(f"local {name} = {lua}")
        s.values[name] = value
        calls -= 1
    return s


def finish(s):
    """The whole script, and what its outputs should be."""
    made = {k: v for k, v in s.values.items() if k.startswith("v")}
    want = {}
    for k, v in made.items():
        want["y_" + k] = v
    loss = 0
    ends = ["local loss = mf.const(0)"]
    for i, (k, v) in enumerate(made.items()):
        weight = torch.randn(list(v.shape), generator=s.g)
        s.params[f"w{i}"] = weight
        ends.append(f'loss = loss + ({k} * mf.param("w{i}", {lua_list(list(v.shape))}, mf.init.zeros())):sum()')
        loss = loss + (v * weight).sum()
    names = [k for k, v in s.params.items() if v.requires_grad]
    by = [s.params[k] for k in names]

    def zeros(grads):
        return [torch.zeros_like(p) if g is None else g for g, p in zip(grads, by)]
    first = zeros(torch.autograd.grad(loss, by, create_graph=True, allow_unused=True))
    squares = sum((g * g).sum() for g in first)
    try:
        second = zeros(torch.autograd.grad(squares, by, allow_unused=True)) if squares.requires_grad \
            else [torch.zeros_like(p) for p in by]
    except RuntimeError:  # PyTorch lacks some second derivatives
        second = [None for _ in by]
    owners = {}  # the parameters of layers are fields
    for line in s.lines:
        if line.startswith("local") and "= nn." in line:
            var, kind = line.split()[1], line.split("nn.")[1].split("(")[0].lower()
            owners[kind] = owners.get(kind, []) + [var]

    def said(k):
        if "." not in k:
            return k
        layer, field = k.split(".", 1)
        kind = layer.rstrip("0123456789")
        return f"{owners[kind][int(layer[len(kind):]) - 1]}.{field}"
    list_ = "{ " + ", ".join(said(k) for k in names) + " }"
    outputs = [f'{k}:as "y_{k}"' for k in made]
    ends += [f"local d = mf.grad(loss, {list_})", "local squares = mf.const(0)",
             "for _, g in ipairs(d) do squares = squares + g:square():sum() end",
             f"local dd = mf.grad(squares, {list_})", "local outputs = { " + ", ".join(outputs) + " }"]
    for i, k in enumerate(names):
        want[f"d_{i}"] = first[i]
        if second[i] is not None:
            want[f"dd_{i}"] = second[i]
    ends += [f'for i = 1, {len(names)} do outputs[#outputs + 1] = d[i]:as("d_" .. i - 1) '
             'outputs[#outputs + 1] = dd[i]:as("dd_" .. i - 1) end',
             'return mf.program { name = "calls", funcs = { values = mf.func { inputs = {}, outputs = outputs } } }']
    head = ['local mf = require "mfc"', "local nn = mf.nn", 'mf.dtype "f64"']
    return "\n".join(head + s.lines + ends) + "\n", want


def differs(folder, want):
    for k, v in want.items():
        path = os.path.join(folder, k + ".npy")
        if not os.path.exists(path):
            return f"{k} is missing"
        got, v = np.load(path), v.detach().numpy()
        if got.shape != v.shape:
            return f"{k}: shape {got.shape}, not {v.shape}"
        scale = max(1.0, float(np.abs(v).max()) if v.size else 0)
        off = np.abs(got - v).max() / scale if np.isfinite(v).all() else 0
        if not off < 1e-8:
            return f"{k} differs by {off:.3g} of {scale:.3g}"
    return None


def run(words):
    p = subprocess.run(words, capture_output=True, text=True)
    return None if p.returncode == 0 else (p.stderr.strip().splitlines() or [f"exit {p.returncode}"])[0]


def check(a, seed, folder):
    s = make(seed, a.calls)
    text, want = finish(s)
    script, params = os.path.join(folder, "calls.lua"), os.path.join(folder, "calls.safetensors")
    with open(script, "w") as f:
        f.write(text)
    save(params[:-len(".safetensors")], s.params)
    out = os.path.join(folder, "out")
    bad = run([a.mfc, "eval", script, "values", "--params", params, "--out", out]) or differs(out, want)
    if bad or not a.emit:
        return bad
    c, program = os.path.join(folder, "calls.c"), os.path.join(folder, "calls")
    emitted = os.path.join(folder, "emitted")
    build = shlex.split(os.environ.get("CC", "cc -O1")) + ["-std=c11", c, "-o", program, "-lm"]
    return (run([a.mfc, "compile", "--standalone", script, "-o", c]) or run(build) or
            run([program, "call", "values", "--params", params, "--out", emitted]) or
            (lambda d: d and "emitted: " + d)(differs(emitted, want)))


def main(name, kinds, check, more=lambda parser: None):
    """Checks seed after seed; check(arguments, seed, folder) says what differs, or None. Of
    those that do, the files name.kind are kept."""
    p = argparse.ArgumentParser()
    p.add_argument("--mfc", required=True)
    p.add_argument("--from", type=int, default=1, dest="first")
    p.add_argument("--count", type=int, default=100)
    p.add_argument("--out", default=name + "-failed")
    more(p)
    a = p.parse_args()
    failed = 0
    for seed in range(a.first, a.first + a.count):
        with tempfile.TemporaryDirectory() as folder:
            bad = check(a, seed, folder)
            if bad:
                failed += 1
                print(f"{seed}: {bad}", flush=True)
                os.makedirs(a.out, exist_ok=True)
                for kind in kinds:
                    os.replace(os.path.join(folder, f"{name}.{kind}"), os.path.join(a.out, f"{seed}.{kind}"))
    print(f"{a.count} {name}, {failed} differ")
    return failed > 0


def own_options(parser):
    parser.add_argument("--calls", type=int, default=6)
    parser.add_argument("--emit", action="store_true")


if __name__ == "__main__":
    sys.exit(main("calls", ["lua", "safetensors"], check, own_options))
