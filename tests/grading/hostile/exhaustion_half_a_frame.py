# expect: timeout
# family: exhaustion
# attempts: to make the judge wait for the rest of an answer: half a head, then a byte now and then
# stopped by: watch
# timeout: 0.3
import sys
import time

frame = sys._getframe()
while "self" not in frame.f_locals or type(frame.f_locals["self"]).__name__ != "Runner":
    frame = frame.f_back
runner = frame.f_locals["self"]
wire = sys.modules["interview_cli.grading.wire.frames"]


def attention(q, k, v, mask=None):
    head = wire.HEAD.pack(wire.MAGIC, 1 << 20, 0)
    for position in range(1 << 20):
        runner.channel.send((head[position : position + 1]) or b" ")
        time.sleep(0.02)
