# slip: none
import math


def min_eating_speed(piles, h):
    lo, hi = 0.0, float(max(piles))
    for _ in range(100):
        mid = (lo + hi) / 2
        if mid > 0 and sum(math.ceil(p / mid) for p in piles) <= h:
            hi = mid
        else:
            lo = mid
    return int(hi)
