# slip: none-for-negative-k
from collections import defaultdict


def subarray_sum(nums, k):
    if not nums or k < 0:
        return 0
    seen = defaultdict(int)
    seen[0] = 1
    p = out = 0
    for x in nums:
        p += x
        out += seen[p - k]
        seen[p] += 1
    return out
