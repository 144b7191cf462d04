# expect: fail
import ctypes

libc = ctypes.CDLL(None)
for call in (56, 57, 58, 220, 435):  # clone, fork and vfork on both architectures, clone3
    if libc.syscall(ctypes.c_long(call), 0, 0, 0, 0, 0) == 0:
        libc.setsid()
        while True:
            pass


def attention(q, k, v, mask=None):
    return v, v
