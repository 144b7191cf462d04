# slip: equal-piles-counted-once
def min_eating_speed(piles, h):
    lo, hi = 1, max(piles)
    while lo < hi:
        v = (lo + hi) // 2

        if sum(-(-p // v) for p in set(piles)) <= h:
            hi = v
        else:
            lo = v + 1
    return lo
