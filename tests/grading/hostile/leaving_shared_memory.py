# expect: fail
# family: leaving things behind
# attempts: memory and semaphores that outlive their process, under names that others can open
# stopped by: seccomp
# problem: kth-smallest
import ctypes
import multiprocessing
import multiprocessing.shared_memory

import torch

libc = ctypes.CDLL(None, use_errno=True)
for attempt in (
    lambda: multiprocessing.shared_memory.SharedMemory("left-behind", create=True, size=64),
    lambda: multiprocessing.Semaphore(),
    lambda: torch.ones(4).share_memory_(),
    lambda: multiprocessing.Manager(),
):
    try:
        found = attempt()
    except (OSError, RuntimeError, EOFError, ImportError):
        continue
    raise AssertionError(f"BREACH: {found!r:.60}")
if libc.shm_open(b"/left-behind", 0o102, 0o600) >= 0:
    raise AssertionError("BREACH: shm_open")


def kth_smallest(nums, k):
    return None
