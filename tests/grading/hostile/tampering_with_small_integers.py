# expect: crashed, fail, error, timeout
# family: tampering
# attempts: to change the value of one, True and the empty tuple, for everything that runs in the process
# stopped by: process
# timeout: 0.5
import ctypes


def attention(q, k, v, mask=None):
    for number in (1, 2, 4, 8):
        ctypes.memset(id(number) + 24, 7, 1)
    ctypes.memset(id(True) + 24, 0, 4)
    return v, v
