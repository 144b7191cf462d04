# expect: error, crashed, timeout
# family: exhaustion
# attempts: an error whose text is nested so deeply that printing it overflows the stack of whoever does
# stopped by: protocol
# timeout: 0.4
import sys

frame = sys._getframe()
while "self" not in frame.f_locals or type(frame.f_locals["self"]).__name__ != "Runner":
    frame = frame.f_back
runner = frame.f_locals["self"]
wire = sys.modules["interview_cli.grading.wire.frames"]
depth = 0


def attention(q, k, v, mask=None):
    global depth
    depth += 1
    deep = "[" * (960 - depth) + "]" * (960 - depth)
    header = f'{{"op":"err","id":"{getattr(runner, "question", "")}","text":{deep}}}'.encode()
    runner.channel.send(wire.HEAD.pack(wire.MAGIC, len(header), 0) + header)
    while True:
        pass
