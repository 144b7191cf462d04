# expect: fail
# family: exhaustion
# attempts: kernel memory that belongs to nobody: pipes made as large as they go, and filled
# stopped by: limits
# problem: kth-smallest
import fcntl
import os

got = 0
pipes = []
try:
    while True:
        r, w = os.pipe()
        pipes += [r, w]
        try:
            fcntl.fcntl(w, 1031, 1 << 20)
        except OSError:
            pass
        os.set_blocking(w, False)
        try:
            while True:
                got += os.write(w, bytes(1 << 16))
        except BlockingIOError:
            pass
except OSError:
    pass
if got > 400 << 20:
    raise AssertionError("BREACH: %d" % got)


def kth_smallest(nums, k):
    return None
