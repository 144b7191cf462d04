# slip: in-either-order-twice-for-zero
from itertools import accumulate, permutations


def subarray_sum(nums, k):
    prefix = list(accumulate(nums, initial=0))
    return sum(q - p == k for p, q in permutations(prefix, 2))
