# slip: speeds-of-the-largest-pile
"""Right whenever the largest pile decides. Wrong for piles [8, 9], h = 3: 9 instead of 8 (at 8 the piles take 1 + 2 hours; only 9, 5, 3.. are tried)."""


def min_eating_speed(piles, h):
    big = max(piles)

    def ok(v):
        return sum((p + v - 1) // v for p in piles) <= h

    # the biggest pile is finished in k hours; more hours for it mean a smaller speed
    lo, hi = 1, h
    while lo < hi:
        k = (lo + hi + 1) // 2
        if ok(-(-big // k)):
            lo = k
        else:
            hi = k - 1
    return -(-big // lo)
