# expect: crashed
# family: tampering
# attempts: to make the interpreter itself write into the channel, from a thread that Python does not run
# stopped by: protocol
import faulthandler
import time
import sys

frame = sys._getframe()
while "self" not in frame.f_locals or type(frame.f_locals["self"]).__name__ != "Runner":
    frame = frame.f_back
runner = frame.f_locals["self"]

faulthandler.dump_traceback_later(0.01, repeat=True, file=runner.channel._write_fd)


def attention(q, k, v, mask=None):
    time.sleep(0.05)
    return v, v
