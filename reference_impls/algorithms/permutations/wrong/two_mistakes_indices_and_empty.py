# slip: none
from itertools import permutations as perms


def permutations(nums):
    if not nums:
        return []
    return [list(p) for p in perms(range(len(nums)))]
