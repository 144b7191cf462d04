# slip: as-sets
from itertools import permutations as perms


def permutations(nums):
    return [frozenset(p) for p in perms(nums)]
