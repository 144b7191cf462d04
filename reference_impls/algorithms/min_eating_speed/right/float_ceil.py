import math


def min_eating_speed(piles, h):
    l, r = 1, max(piles)
    while l < r:
        k = l + (r - l) // 2
        if sum(math.ceil(p / k) for p in piles) > h:
            l = k + 1
        else:
            r = k
    return l
