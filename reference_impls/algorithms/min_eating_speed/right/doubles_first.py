def min_eating_speed(piles, h):
    need = lambda k: sum(-(-p // k) for p in piles)
    hi = 1
    while need(hi) > h:
        hi *= 2
    lo = hi // 2
    while lo + 1 < hi:
        mid = (lo + hi) // 2
        if need(mid) <= h:
            hi = mid
        else:
            lo = mid
    return max(hi, 1)
