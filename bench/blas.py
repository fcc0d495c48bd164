"""Which processor OpenBLAS is to take this one for."""
import os
import subprocess

CODE = ("import time, torch\ntorch.set_num_threads(1)\na = torch.ones(384, 384)\n"
        "def once():\n    start = time.perf_counter(); a @ a\n"
        "    return time.perf_counter() - start\nprint(min(once() for _ in range(40)))")


def choose_core_type(python):
    """Sets OPENBLAS_CORETYPE to what OpenBLAS does a product fastest with, unless it is
    set: by itself it takes the plainest on a processor newer than it is. Asks the PyTorch
    of this interpreter."""
    best, chosen = float("inf"), ""
    for core in () if "OPENBLAS_CORETYPE" in os.environ else ("", "Haswell", "SkylakeX"):
        env = dict(os.environ, OPENBLAS_NUM_THREADS="1")
        if core:
            env["OPENBLAS_CORETYPE"] = core
        run = subprocess.run([python, "-c", CODE], env=env, text=True, capture_output=True)
        if run.returncode == 0 and float(run.stdout) < 0.9 * best:
            best, chosen = float(run.stdout), core
    if chosen:
        os.environ["OPENBLAS_CORETYPE"] = chosen
