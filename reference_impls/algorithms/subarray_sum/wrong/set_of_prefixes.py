# slip: seen-not-counted
from itertools import accumulate


def subarray_sum(nums, k):
    seen, count = {0}, 0
    for p in accumulate(nums):
        count += (p - k) in seen
        seen.add(p)
    return count
