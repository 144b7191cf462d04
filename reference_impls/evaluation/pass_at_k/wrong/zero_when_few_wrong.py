# slip: zero-if-few-wrong
from math import comb


def pass_at_k(n, c, k):
    if n - c < k:
        return 0.0
    return 1.0 - comb(n - c, k) / comb(n, k)
