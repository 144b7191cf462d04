# slip: 0.9999-added
def min_eating_speed(piles, h):
    lo, hi = 1, max(piles)
    while lo < hi:
        v = (lo + hi) // 2

        if sum(int(p / v + 0.9999) for p in piles) <= h:
            hi = v
        else:
            lo = v + 1
    return lo
