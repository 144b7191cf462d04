# slip: indices-in-place-of-numbers
from itertools import permutations as perms


def permutations(nums):
    return list(perms(range(len(nums))))
