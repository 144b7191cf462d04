# slip: eaten-without-pause
import math


def min_eating_speed(piles, h):
    lo, hi = 1, max(piles)
    while lo < hi:
        mid = (lo + hi) // 2
        if math.ceil(sum(p / mid for p in piles) - 1e-9) <= h:
            hi = mid
        else:
            lo = mid + 1
    return lo
