# expect: crashed, timeout, error
# family: tampering
# attempts: to exchange its descriptors, so that what it prints arrives as an answer
# stopped by: protocol
# timeout: 0.3
import os
import sys

frame = sys._getframe()
while "self" not in frame.f_locals or type(frame.f_locals["self"]).__name__ != "Runner":
    frame = frame.f_back
runner = frame.f_locals["self"]

os.dup2(runner.channel._write_fd, 1)
os.dup2(runner.channel._write_fd, 2)


def attention(q, k, v, mask=None):
    print('{"op": "ok", "verdict": "pass"}' * 10, flush=True)
    return v, v
