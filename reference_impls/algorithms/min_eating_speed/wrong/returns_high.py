# slip: high-after-the-loop
def min_eating_speed(piles, h):
    lo, hi = 1, max(piles)
    while lo <= hi:
        mid = (lo + hi) // 2
        if sum(-(-p // mid) for p in piles) <= h:
            hi = mid - 1
        else:
            lo = mid + 1
    return hi
