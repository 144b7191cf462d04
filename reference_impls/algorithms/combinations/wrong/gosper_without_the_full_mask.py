# slip: full-set-lost
"""Differs on: combinations(3, 3) -> should be [[1, 2, 3]], returns []."""


def combinations(n, k):
    if k == 0:
        return [[]]
    full = (1 << n) - 1
    mask = (1 << k) - 1
    res = []
    while mask < full:
        res.append([i + 1 for i in range(n) if mask >> i & 1])
        # next larger number with as many ones
        low = mask & -mask
        up = mask + low
        mask = up | ((mask ^ up) // low >> 2)
    return res
