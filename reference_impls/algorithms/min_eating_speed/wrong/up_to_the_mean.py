# slip: up-to-the-mean
def min_eating_speed(piles, h):
    lo, hi = 1, -(-sum(piles) // len(piles))
    while lo < hi:
        mid = (lo + hi) // 2
        if sum(-(-p // mid) for p in piles) <= h:
            hi = mid
        else:
            lo = mid + 1
    return lo
