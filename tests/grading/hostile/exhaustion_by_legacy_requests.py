# expect: fail
# family: exhaustion
# attempts: the kernel's store of asynchronous requests, which all processes share
# stopped by: seccomp
# problem: kth-smallest
import ctypes
import os

setup = 0 if os.uname().machine == "aarch64" else 206
libc = ctypes.CDLL(None, use_errno=True)
n = 0
for size in (60000, 4096, 128, 1):
    while n < 200000:
        c = ctypes.c_ulong()
        if libc.syscall(setup, size, ctypes.byref(c)):
            break
        n += size
if n:
    raise AssertionError("BREACH: %d" % n)


def kth_smallest(nums, k):
    return None
