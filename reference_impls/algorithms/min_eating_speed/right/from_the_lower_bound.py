def min_eating_speed(piles, h):
    def ok(v):
        used = 0
        for p in piles:
            used += p // v + (p % v > 0)
            if used > h:
                return False
        return True

    lo = -(-sum(piles) // h)
    hi = max(piles)
    while lo < hi:
        mid = (lo + hi) >> 1
        lo, hi = (lo, mid) if ok(mid) else (mid + 1, hi)
    return hi
