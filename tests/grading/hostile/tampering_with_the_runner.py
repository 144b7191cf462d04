# expect: crashed, fail, error
# family: tampering
# attempts: to replace what the runner does
# stopped by: comparison
import sys

frame = sys._getframe()
while "self" not in frame.f_locals or type(frame.f_locals["self"]).__name__ != "Runner":
    frame = frame.f_back
runner = frame.f_locals["self"]
wire = sys.modules["interview_cli.grading.wire.frames"]

runner.perform = lambda frame: (True,)


def attention(q, k, v, mask=None):
    return v, v
