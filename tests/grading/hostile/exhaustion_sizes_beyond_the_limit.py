# expect: crashed
# family: exhaustion
# attempts: to make the judge reserve memory: a head that announces sixteen exabytes
# stopped by: protocol
import sys

frame = sys._getframe()
while "self" not in frame.f_locals or type(frame.f_locals["self"]).__name__ != "Runner":
    frame = frame.f_back
runner = frame.f_locals["self"]
wire = sys.modules["interview_cli.grading.wire.frames"]


def attention(q, k, v, mask=None):
    runner.channel.send(wire.HEAD.pack(wire.MAGIC, 64, (1 << 64) - 1))
    return v, v
