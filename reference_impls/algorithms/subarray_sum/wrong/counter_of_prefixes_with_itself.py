# slip: in-either-order-and-with-itself
from collections import Counter


def subarray_sum(nums, k):
    total, seen = 0, Counter([0])
    for x in nums:
        total += x
        seen[total] += 1
    return sum(times * seen.get(value - k, 0) for value, times in seen.items())
