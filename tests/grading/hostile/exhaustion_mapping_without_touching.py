# expect: fail
# family: exhaustion
# attempts: to reserve a terabyte without touching it, through mmap, ctypes and torch, and to raise the limit first
# stopped by: limits
# problem: kth-smallest
import ctypes
import mmap
import resource

import torch

libc = ctypes.CDLL(None)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, *[ctypes.c_int] * 3, ctypes.c_long]
FAILED = ctypes.c_void_p(-1).value

for attempt in (
    lambda: resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY)),
    lambda: resource.prlimit(0, resource.RLIMIT_AS, (1 << 50, 1 << 50)),
    lambda: mmap.mmap(-1, 1 << 40),
    lambda: torch.empty(1 << 40, dtype=torch.uint8),
):
    try:
        attempt()
    except (OSError, ValueError, RuntimeError, MemoryError):
        continue
    raise AssertionError("BREACH: more memory than the budget")
no_reserve = 0x4000 | 0x22
if libc.mmap(None, 1 << 40, 3, no_reserve, -1, 0) not in (None, FAILED):
    raise AssertionError("BREACH: a terabyte is mapped")


def kth_smallest(nums, k):
    return None
