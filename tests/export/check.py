# Whether a file is an ONNX model: onnx.checker, and the inference of shapes, which must
# agree with the shapes in the file. Further arguments are names of initialisers that
# must be there.
import sys

import onnx
from onnx import checker, shape_inference

model = onnx.load(sys.argv[1])
checker.check_model(model)
shape_inference.infer_shapes(model, strict_mode=True, data_prop=True)
missing = set(sys.argv[2:]) - {tensor.name for tensor in model.graph.initializer}
assert not missing, "no initialiser %s" % ", ".join(sorted(missing))
