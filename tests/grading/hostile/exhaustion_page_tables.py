# expect: fail
# family: exhaustion
# attempts: a page in every two megabytes: tables of the kernel's that no limit on pages counts
# stopped by: limits
# problem: kth-smallest
import mmap

held = 0
try:
    for _ in range(4000):
        m = mmap.mmap(-1, 1 << 40, flags=mmap.MAP_PRIVATE | 0x4000)
        held += 1
except (OSError, ValueError, MemoryError):
    pass
if held:
    raise AssertionError("BREACH: %d" % held)


def kth_smallest(nums, k):
    return None
