from functools import reduce


def rob(nums):
    return max(reduce(lambda s, v: (s[1] + v, max(s)), nums, (0, 0)))
