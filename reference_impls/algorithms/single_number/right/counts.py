from collections import Counter


def single_number(nums):
    return next(x for x, n in Counter(nums).items() if n == 1)
