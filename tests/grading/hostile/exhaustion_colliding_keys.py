# expect: crashed
# family: exhaustion
# attempts: a dict whose keys all have one hash, so that building it takes the square of their number
# stopped by: protocol
import sys

frame = sys._getframe()
while "self" not in frame.f_locals or type(frame.f_locals["self"]).__name__ != "Runner":
    frame = frame.f_back
runner = frame.f_locals["self"]
wire = sys.modules["interview_cli.grading.wire.frames"]


def attention(q, k, v, mask=None):
    pairs = ",".join(f'[{{"i":"{n * (2**61 - 1)}"}},null]' for n in range(60_000))
    header = f'{{"op":"ok","id":"{getattr(runner, "question", "")}","v":{{"d":[{pairs}]}}}}'.encode()
    runner.channel.send(wire.HEAD.pack(wire.MAGIC, len(header), 0) + header)
    return v, v
