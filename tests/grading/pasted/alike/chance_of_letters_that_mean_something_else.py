# problem: pass-at-k
# expect: fail
from math import comb


def pass_at_k(k, n, c):
    """The letters in another order, and the number that is drawn taken for the number that passes."""
    return 1 - comb(n - k, c) / comb(n, k)
