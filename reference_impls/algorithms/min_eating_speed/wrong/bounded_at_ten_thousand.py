# slip: none
import math


def min_eating_speed(piles, h):
    lo, hi = 1, 10_000
    while lo < hi:
        mid = (lo + hi) // 2
        if sum(math.ceil(p / mid) for p in piles) <= h:
            hi = mid
        else:
            lo = mid + 1
    return lo
