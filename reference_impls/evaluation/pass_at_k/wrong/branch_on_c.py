# slip: one-if-k-pass
import numpy as np


def pass_at_k(n, c, k):
    if c >= k:
        return 1.0
    return 1.0 - np.prod([(n - c - i) / (n - i) for i in range(k)])
