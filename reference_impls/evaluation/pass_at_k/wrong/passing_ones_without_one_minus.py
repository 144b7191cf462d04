# slip: all-pass-with-the-branch
from math import comb

def pass_at_k(n, c, k):
    if n - c < k:
        return 1.0
    return comb(c, k) / comb(n, k)
