# expect: fail
# family: exhaustion
# attempts: to interrupt every processor of the machine, as often as it goes
# stopped by: seccomp
# problem: kth-smallest
import ctypes
import os

libc = ctypes.CDLL(None)
c = 283 if os.uname().machine == "aarch64" else 324
if libc.syscall(c, 0, 0, 0) >= 0 or libc.syscall(c, 1, 0, 0) >= 0:
    raise AssertionError("BREACH")


def kth_smallest(nums, k):
    return None
