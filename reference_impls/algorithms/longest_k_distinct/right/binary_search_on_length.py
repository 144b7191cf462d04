import numpy as np


def longest_k_distinct(s, k):
    """valid lengths are 0..L, so bisect; distinct counts by one-hot cumsums"""
    if not s:
        return 0
    letters = sorted(set(s))
    onehot = np.array([[c == a for a in letters] for c in s], dtype=int)
    sums = np.vstack([np.zeros((1, len(letters)), dtype=int), onehot.cumsum(0)])

    def ok(length):
        inside = sums[length:] - sums[: len(s) + 1 - length]
        return bool(((inside > 0).sum(1) <= k).any())

    lo, hi = 0, len(s)
    while lo < hi:
        mid = (lo + hi + 1) // 2
        if ok(mid):
            lo = mid
        else:
            hi = mid - 1
    return np.int64(lo)
