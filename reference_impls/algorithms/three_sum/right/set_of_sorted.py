from itertools import combinations


def three_sum(nums):
    return {tuple(sorted(c)) for c in combinations(nums, 3) if sum(c) == 0}
