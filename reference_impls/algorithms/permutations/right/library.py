import itertools


def permutations(nums):
    return itertools.permutations(nums)
