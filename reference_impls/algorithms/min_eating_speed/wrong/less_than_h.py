# slip: in-less-than-h
import math


def min_eating_speed(piles, h):
    lo, hi = 1, max(piles)
    while lo < hi:
        mid = (lo + hi) // 2
        if sum(math.ceil(p / mid) for p in piles) >= h:
            lo = mid + 1
        else:
            hi = mid
    return lo
