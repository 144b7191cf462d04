# slip: zeros-lost
from itertools import combinations


def three_sum(nums):
    return list({tuple(sorted(c)) for c in combinations(nums, 3) if sum(c) == 0 and min(c) < 0})
