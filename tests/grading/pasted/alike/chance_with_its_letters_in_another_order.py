# problem: pass-at-k
# says: given by name: your order is c, n, k
from math import comb


def pass_at_k(c, n, k):
    """With the statement's name and its letters, but what passes first."""
    if k < 1 or k > n:
        raise ValueError(f"k must lie between 1 and {n}")
    return 1 - comb(n - c, k) / comb(n, k)
