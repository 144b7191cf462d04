# expect: fail, error
# family: exhaustion
# attempts: to use up every descriptor, by pipes and duplicates, so that nothing else can be opened
# stopped by: limits
# problem: kth-smallest
import os

taken = []
try:
    while True:
        taken.extend(os.pipe())
        taken.append(os.dup(1))
except OSError:
    if len(taken) > 1000:
        raise AssertionError("BREACH: more descriptors than the limit") from None


def kth_smallest(nums, k):
    return None
