# slip: exactly-one
from math import comb


def pass_at_k(n, c, k):
    return comb(c, 1) * comb(n - c, k - 1) / comb(n, k)
