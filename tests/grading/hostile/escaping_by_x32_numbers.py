# expect: crashed
# family: escaping
# attempts: system calls under their x32 numbers, which a filter by number alone does not know
# stopped by: seccomp
# problem: kth-smallest
import ctypes

libc = ctypes.CDLL(None)
libc.syscall.restype = ctypes.c_long
if libc.syscall(ctypes.c_long(0x40000000 | 39)) > 0:
    raise AssertionError("BREACH: x32 calls are open")


def kth_smallest(nums, k):
    return None
