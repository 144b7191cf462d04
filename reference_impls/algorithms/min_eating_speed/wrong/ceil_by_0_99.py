# slip: 0.99-added
def min_eating_speed(piles, h):
    """Wrong for piles=[1001], h=2: returns 499, right is 501 (1001 / 499 = 2.006 counts as 2 hours)."""
    def feasible(v):
        total = 0
        for p in piles:
            total += int(p / v + 0.99)
        return total <= h

    lo, hi = 1, max(piles)
    while lo < hi:
        mid = (lo + hi) // 2
        if feasible(mid):
            hi = mid
        else:
            lo = mid + 1
    return lo
