# slip: none
from itertools import permutations as perms


def permutations(nums):
    found = [p for p in perms(nums)][1:]
    return found + [p[::-1] for p in found]
