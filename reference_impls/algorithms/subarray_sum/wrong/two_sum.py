# slip: pairs-of-numbers
from collections import Counter


def subarray_sum(nums, k):
    seen = Counter()
    pairs = 0
    for x in nums:
        pairs += seen[k - x]
        seen[x] += 1
    return pairs
