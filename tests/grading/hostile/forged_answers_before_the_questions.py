# expect: crashed
# family: forged verdicts
# attempts: a hundred answers in advance, to be taken for those to questions to come
# stopped by: protocol
import sys

frame = sys._getframe()
while "self" not in frame.f_locals or type(frame.f_locals["self"]).__name__ != "Runner":
    frame = frame.f_back
runner = frame.f_locals["self"]
wire = sys.modules["interview_cli.grading.wire.frames"]

runner.send("ok", ["attention"])
for _ in range(100):
    runner.send("ok", {"out": [1.0]})


def attention(q, k, v, mask=None):
    return v, v
