# slip: below-a-bound-rounded-down
# the upper bound of the search is rounded down (total // (h - n + 1)); rounded up it would be a valid bound, so now the answer can lie above it
# input: piles=[1, 7], h=4 -> 3, gives 2 (the bound 8 // 3 is rounded down to 2)
def min_eating_speed(piles, h):
    n, total = len(piles), sum(piles)
    # every pile wastes less than one hour: total / v + n - 1 hours are enough
    lo = -(-total // h)
    hi = max(lo, min(max(piles), total // (h - n + 1)))
    while lo < hi:
        mid = (lo + hi) // 2
        if sum((p - 1) // mid + 1 for p in piles) <= h:
            hi = mid
        else:
            lo = mid + 1
    return lo
