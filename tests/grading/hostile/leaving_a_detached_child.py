# expect: fail
# family: leaving things behind
# attempts: a child in another session, started by the kernel's own calls
# stopped by: seccomp
# problem: kth-smallest
import ctypes

libc = ctypes.CDLL(None)
for call in (56, 57, 58, 220, 435):  # clone, fork and vfork on both architectures, clone3
    if libc.syscall(ctypes.c_long(call), 0, 0, 0, 0, 0) == 0:
        libc.setsid()
        while True:
            pass


def kth_smallest(nums, k):
    return None
