"""Random ways to train beside PyTorch, in float64.

Each seed draws a small network, its data, an optimiser with its options and schedule, and how
batches, clipping, accumulation, groups, running means and several trainings go together. The
emitted trainer runs it; compared are all parameters at its end and every loss on its way.

    python3 trainings.py --mfc MFC [--from 1] [--count 100] [--out DIR]

NumPy and PyTorch are needed, so this is no part of the test run: docs/testing.md says what it found.
"""

import json
import math
import os
import random
import shlex
import struct
import sys

import numpy as np
import torch
import torch.nn.functional as F

from calls import lua_value, main, run
from make import Lion, save

ROWS = [8, 10, 12, 13]


def own_rates(base, steps, make):
    """The rates of one of PyTorch's own schedules."""
    of = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=base)
    schedule, rates = make(of), []
    for _ in range(steps):
        rates.append(schedule.get_last_lr()[0])
        of.step()
        schedule.step()
    return rates


def schedule(r, base, steps):
    """A learning rate: the words of the script, the number at each step."""
    kind = r.choice(["number", "number", "constant", "step", "linear", "cosine", "warm", "exponential", "own", "cycle", "restarts"])
    if kind == "number":
        return str(base), lambda t: base
    if kind == "constant":
        return f"mf.optim.constant({base})", lambda t: base
    if kind == "step":
        k = r.randint(1, 4)
        return (f"mf.optim.step {{ from = {base}, factor = 0.5, every = {k} }}",
                lambda t: base * 0.5 ** (t // k))
    if kind == "cycle":
        rates = own_rates(base, steps, lambda o: torch.optim.lr_scheduler.OneCycleLR(
            o, base, total_steps=steps, cycle_momentum=False))
        return f"mf.optim.one_cycle {{ top = {base} }}", lambda t: rates[t]
    if kind == "restarts":
        k, m = r.randint(1, 3), r.randint(1, 2)
        rates = own_rates(base, steps, lambda o: torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(
            o, k, m, base / 9))
        return (f"mf.optim.warm_restarts {{ from = {base}, to = {base / 9}, every = {k}, factor = {m} }}",
                lambda t: rates[t])
    if kind == "linear":
        return (f"mf.optim.linear {{ from = {base}, to = {base / 10} }}",
                lambda t: base + (base / 10 - base) * min(t / steps, 1))
    if kind == "exponential":
        return f"mf.optim.exponential {{ from = {base}, decay = 0.9 }}", lambda t: base * 0.9 ** t
    if kind == "own":
        return f"{base} * mf.minimum(1, (mf.step() + 1) / 3)", lambda t: base * min(1, (t + 1) / 3)
    w = r.randint(1, max(1, steps - 1)) if kind == "warm" else 0
    to = base / 20

    def cosine(t):
        if t < w:
            return base * (t + 1) / w
        return to + (base - to) * (1 + math.cos(math.pi * min(1, (t - w) / max(steps - w, 1)))) / 2
    return f"mf.optim.cosine {{ from = {base}, to = {to}{f', warmup = {w}' if w else ''} }}", cosine


def optimizer(r, steps):
    """Its words, PyTorch's (groups -> optimiser), the rate at each step."""
    kind = r.choice(["SGD", "SGD", "Adam", "Adam", "AdamW", "RMSprop", "Adagrad", "Lion"])
    base = {"SGD": 0.05, "Lion": 0.003, "Adagrad": 0.05}.get(kind, 0.01)
    lr, rate = schedule(r, base, steps)
    words, how, decay = [f"lr = {lr}"], {}, None
    if kind == "SGD":
        if r.random() < 0.6:
            words.append("momentum = 0.9")
            how["momentum"] = 0.9
            if r.random() < 0.4:
                words.append("nesterov = true")
                how["nesterov"] = True
    elif kind in ("Adam", "AdamW"):
        if r.random() < 0.5:
            words.append("betas = { 0.8, 0.95 }")
            how["betas"] = (0.8, 0.95)
        if r.random() < 0.3:
            words.append("eps = 1e-6")
            how["eps"] = 1e-6
    elif kind == "RMSprop" and r.random() < 0.5:
        words.append("alpha = 0.9")
        how["alpha"] = 0.9
    elif kind == "Lion":
        how["betas"] = (0.9, 0.99)
    if kind in ("SGD", "Adam", "AdamW") and r.random() < 0.5:
        if r.random() < 0.5:
            decay = lambda p: 0.1
            words.append("weight_decay = 0.1")
        elif kind == "AdamW" and r.random() < 0.5:
            decay = lambda p: 0.1 if p.dim() >= 2 else 0
            words += ["weight_decay = 0.1", 'decay = "matrices"']
        else:
            decay = lambda p: 0.1 if p.dim() >= 2 else 0.02
            words.append("weight_decay = function(p) return p.rank >= 2 and 0.1 or 0.02 end")
    elif kind == "AdamW":
        decay = lambda p: 0.01
    make = Lion if kind == "Lion" else getattr(torch.optim, kind)

    def build(params):
        if decay is None:
            return make([{"params": [p]} for p in params], lr=base, **how)
        return make([{"params": [p], "weight_decay": decay(p)} for p in params], lr=base, **how)
    return f"mf.optim.{kind} {{ {', '.join(words)} }}", build, rate


def training(r, seed):
    """A script and its parameters; what they, and the losses, should be at the end."""
    g = torch.Generator().manual_seed(seed)
    rows, batch = r.choice(ROWS), r.choice([2, 3, 4, 5])
    inputs, hidden, classes = r.choice([3, 5]), r.choice([4, 6]), r.choice([1, 3])
    x = torch.randn(rows, inputs, generator=g)
    y = torch.randint(0, classes, (rows,), generator=g) if classes > 1 else torch.randn(rows, 1, generator=g)
    accumulate = r.choice([1, 1, 1, 2, 3])
    batches = rows // (batch * accumulate) * accumulate  # rows that fill no step are left out
    if batches == 0:
        accumulate, batches = 1, rows // batch
    steps = r.randint(2, 9)
    norm, average, freeze = r.random() < 0.35, r.random() < 0.3, r.random() < 0.25
    ps = {"linear1.weight": torch.randn(inputs, hidden, generator=g) / 2, "linear1.bias": torch.randn(hidden, generator=g) / 4,
          "linear2.weight": torch.randn(hidden, classes, generator=g) / 2, "linear2.bias": torch.zeros(classes)}
    if norm:  # which takes away what a bias adds
        del ps["linear1.bias"]
        ps.update({"batchnorm1.weight": torch.ones(hidden), "batchnorm1.bias": torch.zeros(hidden),
                   "batchnorm1.running_mean": torch.zeros(hidden), "batchnorm1.running_var": torch.ones(hidden)})
    if average:
        ps["slow"] = torch.zeros(hidden, classes)
    begin = {k: v.clone() for k, v in ps.items()}
    said, build, rate = optimizer(r, steps)
    words = [f"optimizer = {said}", f"steps = {steps}", f"batch = {batch}", "shuffle = false"]
    if accumulate > 1:
        words.append(f"accumulate = {accumulate}")
    clip = r.choice([None, None, "norm", "value"])
    if clip:
        words.append(f"clip_{clip} = {0.5 if clip == 'norm' else 0.05}")
    learnt = [k for k in ps if "running" not in k and k != "slow"]
    if freeze:
        learnt = [k for k in learnt if k.startswith("linear2")]
        words.append("params = two:params()")
    lines = ['local mf = require "mfc"', "local nn = mf.nn", 'mf.dtype "f64"', f'local B = mf.dim("B", {batch})',
             f'local x = mf.input("x", {{ B, {inputs} }})',
             'local y = mf.input("y", { B }, "i32")' if classes > 1 else 'local y = mf.input("y", { B, 1 })',
             f"local one = nn.Linear({inputs}, {hidden}{', { bias = false }' if norm else ''})", f"local two = nn.Linear({hidden}, {classes})",
             "local h = one(x)"]
    if norm:
        lines.append(f"h = nn.BatchNorm({hidden})(h)")
    lines += ["local z = two(h:tanh())",
              f"local loss = {'mf.loss.cross_entropy' if classes > 1 else 'mf.loss.mse'}(z, y)"]
    if average:
        lines += [f'local slow = mf.param("slow", {{ {hidden}, {classes} }}, mf.init.zeros(), {{ trainable = false }})',
                  "mf.update(slow, 0.9 * slow + 0.1 * two.weight)"]
    data = (f"mf.data.inline {{ x = {lua_value(x.tolist())}, y = {lua_value(y.tolist())} }}")
    lines.append(f'return mf.program {{ name = "trainings", data = {data}, '
                 f"train = mf.train {{ loss = loss, {', '.join(words)} }} }}")

    for k in learnt:
        ps[k].requires_grad_(True)
    optim = build([ps[k] for k in learnt])
    losses, at = [], 0
    for t in range(steps):
        for group in optim.param_groups:
            group["lr"] = rate(t)
        optim.zero_grad()
        total = 0
        before = ps["linear2.weight"].detach().clone()
        for _ in range(accumulate):
            if at == batches:
                at = 0
            xb, yb = x[at * batch:(at + 1) * batch], y[at * batch:(at + 1) * batch]
            at += 1
            h = xb @ ps["linear1.weight"] + ps.get("linear1.bias", 0)
            if norm:
                h = F.batch_norm(h, ps["batchnorm1.running_mean"], ps["batchnorm1.running_var"],
                                 ps["batchnorm1.weight"], ps["batchnorm1.bias"], True, 0.1, 1e-5)
            z = h.tanh() @ ps["linear2.weight"] + ps["linear2.bias"]
            loss = (F.cross_entropy(z, yb) if classes > 1 else F.mse_loss(z, yb)) / accumulate
            loss.backward()
            total += float(loss)
        by = [ps[k] for k in learnt]
        if clip == "norm":
            torch.nn.utils.clip_grad_norm_(by, 0.5)
        elif clip == "value":
            torch.nn.utils.clip_grad_value_(by, 0.05)
        optim.step()
        losses.append(total)
        if average:
            with torch.no_grad():
                ps["slow"].mul_(0.9).add_(0.1 * before)
    return "\n".join(lines) + "\n", begin, ps, losses


def load(path):
    with open(path, "rb") as f:
        blob = f.read()
    n = struct.unpack("<Q", blob[:8])[0]
    head = json.loads(blob[8:8 + n])
    return {k: np.frombuffer(blob[8 + n + v["data_offsets"][0]:8 + n + v["data_offsets"][1]], "<f8").reshape(v["shape"])
            for k, v in head.items() if k != "__metadata__"}


def check(a, seed, folder):
    script, begin, want, losses = training(random.Random(seed), seed)
    path = {k: os.path.join(folder, "trainings" + k) for k in (".lua", ".c", "", ".safetensors", ".end", ".jsonl")}
    with open(path[".lua"], "w") as f:
        f.write(script)
    save(path[""], begin)
    build = shlex.split(os.environ.get("CC", "cc -O1")) + ["-std=c11", path[".c"], "-o", path[""], "-lm"]
    bad = (run([a.mfc, "compile", "--standalone", path[".lua"], "-o", path[".c"]]) or run(build) or
           run([path[""], "train", "--params", path[".safetensors"], "--save", path[".end"], "--quiet",
                "--log", path[".jsonl"]]))
    if bad:
        return bad
    got = load(path[".end"])
    for k, v in want.items():
        v = v.detach().numpy()
        if k not in got:
            return f"{k} was not saved"
        off = np.abs(got[k] - v).max() / max(1, np.abs(v).max())
        if not off < 1e-9:
            return f"{k} differs by {off:.3g}"
    with open(path[".jsonl"]) as f:
        told = [line["loss"] for line in map(json.loads, f) if "loss" in line]
    if len(told) != len(losses):
        return f"{len(told)} losses, not {len(losses)}"
    off = max(abs(a - b) / max(1, abs(b)) for a, b in zip(told, losses))
    return None if off < 1e-7 else f"a loss differs by {off:.3g}"


if __name__ == "__main__":
    sys.exit(main("trainings", ["lua", "safetensors"], check))
