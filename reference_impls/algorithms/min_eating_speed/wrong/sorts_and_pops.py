# slip: none
def min_eating_speed(piles, h):
    piles.sort()
    lo, hi = 1, piles[-1]
    while lo < hi:
        mid = (lo + hi) // 2
        if sum((p + mid - 1) // mid for p in piles) <= h:
            hi = mid
        else:
            lo = mid + 1
    return lo
