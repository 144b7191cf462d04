# slip: stops-at-exactly-h
import math


def min_eating_speed(piles, h):
    lo, hi = 1, max(piles)
    while lo < hi:
        mid = (lo + hi) // 2
        hours = sum(math.ceil(p / mid) for p in piles)
        if hours == h:
            return mid
        if hours < h:
            hi = mid
        else:
            lo = mid + 1
    return lo
