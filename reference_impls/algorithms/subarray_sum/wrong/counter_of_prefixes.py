# slip: in-either-order
# input: subarray_sum([-1], 1) gives 1, right is 0; positive numbers are right
from collections import Counter
from itertools import accumulate


def subarray_sum(nums, k):
    prefix = Counter(accumulate(nums, initial=0))
    if k == 0:
        return sum(c * (c - 1) // 2 for c in prefix.values())
    return sum(c * prefix[p + k] for p, c in list(prefix.items()))
