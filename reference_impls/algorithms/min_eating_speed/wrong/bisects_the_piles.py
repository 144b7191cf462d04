# slip: speeds-among-the-piles
def min_eating_speed(piles, h):
    speeds = sorted(set(piles))
    lo, hi = 0, len(speeds) - 1
    while lo < hi:
        mid = (lo + hi) // 2
        if sum((p + speeds[mid] - 1) // speeds[mid] for p in piles) <= h:
            hi = mid
        else:
            lo = mid + 1
    return speeds[lo]
