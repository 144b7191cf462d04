from scipy.special import gammaln
import numpy as np


def pass_at_k(n, c, k):
    if n - c < k:
        return 1.0
    lg = lambda m: gammaln(m + 1.0)
    return float(1 - np.exp(lg(n - c) + lg(n - k) - lg(n - c - k) - lg(n)))
