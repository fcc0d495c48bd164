# Whether a file is an ONNX model: onnx.checker, and the inference of shapes, which must
# agree with the shapes in the file.
#
#     check.py MODEL NAME...    where initialisers of these names must be there
#     check.py --list CASES     the models of the cases of tests/run_export, a line for each
import sys

import onnx
from onnx import checker, shape_inference


def check(path, names):
    model = onnx.load(path)
    checker.check_model(model)
    shape_inference.infer_shapes(model, strict_mode=True, data_prop=True)
    missing = set(names) - {tensor.name for tensor in model.graph.initializer}
    assert not missing, "no initialiser %s" % ", ".join(sorted(missing))


if sys.argv[1] != "--list":
    check(sys.argv[1], sys.argv[2:])
    sys.exit()
for line in open(sys.argv[2]):
    name, path = line.split("\t")[:2]
    try:
        check(path + ".onnx", [])
        print("ok export/%s is valid" % name)
    except Exception as error:
        print("FAIL export/%s is valid: %s" % (name, str(error).strip().split("\n")[-1]))
    sys.stdout.flush()
