# slip: equal-piles-thrown-together
from collections import Counter


def min_eating_speed(piles, h):
    """Wrong for piles=[3, 3, 3], h=5: returns 2, right is 3 (with 2 each pile takes 2 hours, 6 in all). Right when all piles differ."""
    sizes = Counter(piles)               # many equal piles: count them once

    def hours(v):
        return sum((size * m + v - 1) // v for size, m in sizes.items())

    lo, hi = 1, max(piles)
    while lo < hi:
        mid = (lo + hi) // 2
        if hours(mid) <= h:
            hi = mid
        else:
            lo = mid + 1
    return lo
