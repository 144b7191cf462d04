# slip: given-order-alone
from itertools import combinations


def permutations(nums):
    return [list(c) for c in combinations(nums, len(nums))]
