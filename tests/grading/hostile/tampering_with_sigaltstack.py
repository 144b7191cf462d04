# expect: fail, crashed
# family: tampering
# attempts: to survive what kills it: handlers for faults on a stack of their own, that jump back
# stopped by: watch
# problem: kth-smallest
# timeout: 0.5
import ctypes

libc = ctypes.CDLL(None)
for s in range(1, 65):
    try:
        libc.signal(s, 1)
    except Exception:
        pass
CB = ctypes.CFUNCTYPE(None, ctypes.c_int)
keep = CB(lambda s: None)
for s in (11, 7, 4, 8, 24, 31):
    libc.signal(s, keep)


def kth_smallest(nums, k):
    ctypes.string_at(8)
    return None
