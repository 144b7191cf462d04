# expect: crashed
# family: exhaustion
# attempts: an answer of four million brackets, for a parser that recurses
# stopped by: protocol
import sys

frame = sys._getframe()
while "self" not in frame.f_locals or type(frame.f_locals["self"]).__name__ != "Runner":
    frame = frame.f_back
runner = frame.f_locals["self"]
wire = sys.modules["interview_cli.grading.wire.frames"]


def attention(q, k, v, mask=None):
    header = b"[" * wire.MAX_HEADER
    runner.channel.send(wire.HEAD.pack(wire.MAGIC, len(header), 0) + header)
    return v, v
