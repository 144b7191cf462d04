# slip: zeros-counted-for-zero
from collections import Counter


def subarray_sum(nums, k):
    if k == 0:
        return nums.count(0)
    seen = Counter({0: 1})
    p = out = 0
    for x in nums:
        p += x
        out += seen[p - k]
        seen[p] += 1
    return out
