"""Branch coverage by file, from gcovr's JSON: what tools/coverage prints.

    table.py cov.json [--left]     with --left also every branch that was not taken

A branch that no test can take is left out of the count:
 * the failing side of an assertion,
 * the condition that leads to bug(): a message of the compiler about itself,
 * the condition that leads to the failing of an allocation (tests/run_faults makes
   every one of them fail, in processes of its own),
 * the way past a switch without a default: it is over an enumeration, and the compiler
   warns where a value has no case.
"""

import collections
import json
import re
import sys

GROUPS = {
    "autodiff": r"compiler/(pass_grad|op_\w+|op|scan_keep|cut)\.c",
    "passes": r"compiler/(pass_(?!grad)\w+|fold_\w+|scan_hoist|rows)\.c",
    "kernels and plan": r"compiler/(routine|schedule|plan|place|inplace|roll|stack|lower\w*|loop\w*|bands?(_\w+)?|threads\w*|blas)\.c",
    "printing": r"compiler/(c_(?!runtime)\w+|title|formula)\.c",
    "loaders": r"runtime/mf_(csv|npy|idx|gzip|safetensors|raw|data|source|stored|array|number|checkpoint|scale|fit|inputs|rows|params)\.c",
}


def statement_lines(source, line):
    """The lines of the condition that governs the statement at `line` (from 0)."""
    first = line - 1
    while first > 0 and not re.search(r"\b(if|while|for|case|default)\b", source[first]):
        first -= 1
        if line - first > 6:
            return []
    return range(first, line)


def unreachable(source):
    lines = set()
    for i, text in enumerate(source):
        if re.search(r"\bassert\(", text):
            lines.add(i)
        if re.match(r"\s*bug\(", text) or "out of memory" in text:
            lines.update(statement_lines(source, i))
        if re.search(r"== NULL|!= NULL", text) and made_by_allocation(source, i):
            lines.add(i)
    return lines


def made_by_allocation(source, i):
    """Whether what is compared with NULL comes from an allocation just before."""
    names = re.findall(r"([\w.>\[\]-]+) [!=]= NULL", source[i])
    above = "\n".join(source[max(0, i - 12) : i + 1])
    maker = r"\b(mf_alloc|mf_resize|mf_path_join|checkpoint_path|mf_fit_text|calloc|realloc|\w+_copy|\w+_dup)\("
    places = [re.escape(n) for n in names]
    places += [r"\." + n.split("->")[-1].split(".")[-1] for n in names if re.search(r"->|\.", n)]
    return any(re.search(place + r"\s*=[^=;]*" + maker, above) for place in places)


def is_whole_switch(source, i):
    """Whether a switch stands at line i that has a case for every value."""
    if not re.match(r"\s*switch \(", source[i]):
        return False
    end = re.match(r"\s*", source[i]).group() + "}"
    body = source[i + 1 : source.index(end, i) if end in source[i:] else i + 1]
    return not any(re.match(r"\s*default:", line) for line in body)


def main(path, show):
    files = json.load(open(path))["files"]
    total = collections.OrderedDict((g, [0, 0]) for g in GROUPS)
    for group, pattern in GROUPS.items():
        print(f"{group}")
        for f in sorted(files, key=lambda f: f["file"]):
            if not re.fullmatch(pattern, f["file"]):
                continue
            source = open(f["file"]).read().split("\n")
            skip = unreachable(source)
            taken = all_ = 0
            left = []
            for line in f["lines"]:
                at = line["line_number"] - 1
                branches = line["branches"]
                missed = sum(b["count"] == 0 for b in branches)
                if at in skip:
                    missed, branches = 0, []
                if missed and is_whole_switch(source, at):
                    missed, branches = missed - 1, branches[1:]
                taken += len(branches) - missed
                all_ += len(branches)
                if missed and at < len(source) - 1:
                    left.append((at + 1, missed, len(branches)))
            total[group][0] += taken
            total[group][1] += all_
            print(f"  {100 * taken / max(all_, 1):6.1f} %  {taken:5d} of {all_:5d}  {f['file']}")
            for at, missed, n in left if show else []:
                print(f"      {at}: {missed} of {n}: {source[at - 1].strip()}")
    for group, (taken, all_) in total.items():
        print(f"{100 * taken / max(all_, 1):6.1f} %  {group}")


main(sys.argv[1], "--left" in sys.argv)
