# expect: timeout
# family: tampering
# attempts: a name that reads like the rest of a line of /proc, with little time used, asleep and small
# stopped by: watch
# timeout: 0.3
import ctypes

name = b") S 1 1 1 0 -1"
ctypes.CDLL(None).prctl(15, name, 0, 0, 0)


def attention(q, k, v, mask=None):
    while True:
        pass
