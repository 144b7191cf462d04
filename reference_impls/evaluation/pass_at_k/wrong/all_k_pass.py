# slip: all-pass
from math import comb


def pass_at_k(n, c, k):
    if c < k:
        return 0.0
    return comb(c, k) / comb(n, k)
