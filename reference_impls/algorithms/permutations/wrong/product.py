# slip: used-may-come-again
from itertools import product


def permutations(nums):
    return list(product(nums, repeat=len(nums)))
