# slip: fewer-wrong-than-drawn-not-handled
# input: n=10000, c=10000, k=5000 (nan rather than 1)
import numpy as np


def pass_at_k(n, c, k):
    idx = np.arange(n - c + 1, n + 1)
    prob_all_fail = np.prod(1.0 - k / idx)
    return float(1.0 - prob_all_fail)
