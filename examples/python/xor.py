"""A network as a shared library, trained and called from Python with nothing but ctypes.

    python3 xor.py          mfc and a C compiler must be found ($MFC and $CC name others)
"""
import ctypes
import os
import pathlib
import subprocess
import tempfile

HERE = pathlib.Path(__file__).parent
SCRIPT = HERE.parent / "c" / "xor.lua"

# The size of an instance is the one thing that the header tells a C compiler only.
SIZE = '#include "xor.h"\nsize_t xor_size(void);\nsize_t xor_size(void) { return sizeof(Xor); }\n'


def build(folder):
    """The library, from the script."""
    mfc = os.environ.get("MFC", "mfc")
    cc = os.environ.get("CC", "cc").split()
    subprocess.run([mfc, "compile", str(SCRIPT), "--no-main", "--standalone",
                    "-o", f"{folder}/xor.c", "--header", f"{folder}/xor.h"], check=True)
    pathlib.Path(folder, "size.c").write_text(SIZE)
    subprocess.run([*cc, "-std=c11", "-O2", "-fPIC", "-shared", "-ffp-contract=off",
                    "-o", f"{folder}/libxor.so", f"{folder}/xor.c", f"{folder}/size.c", "-lm"],
                   check=True)
    lib = ctypes.CDLL(f"{folder}/libxor.so")
    lib.xor_size.restype = ctypes.c_size_t
    lib.xor_init.argtypes = [ctypes.c_void_p, ctypes.c_uint64]
    lib.xor_step.restype = ctypes.c_float
    return lib


def matrix(rows):
    """Rows as a C array of float, [rows][columns]."""
    row = ctypes.c_float * len(rows[0])
    return (row * len(rows))(*[row(*r) for r in rows])


def main():
    with tempfile.TemporaryDirectory() as folder:
        lib = build(folder)
        net = ctypes.create_string_buffer(lib.xor_size())
        lib.xor_init(net, 1)
        x = matrix([(0, 0), (0, 1), (1, 0), (1, 1)])
        y = matrix([(0,), (1,), (1,), (0,)])
        for _ in range(400):
            loss = lib.xor_step(net, x, y)
        right = 0
        for i in range(4):
            p = matrix([(0,)])
            lib.xor_predict(net, matrix([tuple(x[i])]), p)
            right += (p[0][0] > 0.5) == (y[i][0] > 0.5)
        print(f"loss {loss:.4f}, {right} of 4 right")
        raise SystemExit(0 if right == 4 else 1)


if __name__ == "__main__":
    main()
