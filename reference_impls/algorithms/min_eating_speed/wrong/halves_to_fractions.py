# slip: none
import math


def min_eating_speed(piles, h):
    def search(lo, hi):
        if lo == hi:
            return int(lo)
        mid = (lo + hi) / 2
        if sum(math.ceil(p / mid) for p in piles) <= h:
            return search(lo, mid)
        return search(mid + 1, hi)

    return search(1, max(piles))
