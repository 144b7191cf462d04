# expect: fail, error, crashed
# family: tampering
# attempts: to change shape and size of a tensor on its way out
# stopped by: protocol
import sys

wire = sys.modules["interview_cli.grading.wire.frames"]
honest = wire.Encoder.tensor


def tensor(self, value, flags):
    node = honest(self, value, flags)
    node["t"][1] = [1 << 39] * 16
    node["t"][3] = 0
    node["t"][1][0] = 0
    return node


wire.Encoder.tensor = tensor


def attention(q, k, v, mask=None):
    return v, v
