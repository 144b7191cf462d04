import random


def kth_smallest(nums, k):
    if k < 1 or k > len(nums):
        raise ValueError

    def go(a, k):
        p = random.choice(a)
        lo = [x for x in a if x < p]
        eq = [x for x in a if x == p]
        hi = [x for x in a if x > p]
        if k <= len(lo):
            return go(lo, k)
        if k <= len(lo) + len(eq):
            return p
        return go(hi, k - len(lo) - len(eq))

    return go(list(nums), k)
