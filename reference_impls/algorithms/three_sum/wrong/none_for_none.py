# slip: none
from itertools import combinations


def three_sum(nums):
    found = {tuple(sorted(c)) for c in combinations(nums, 3) if sum(c) == 0}
    return found or None
