import numpy as np


def top_k_filter(logits, k):
    x = np.asarray(logits)
    V = x.shape[-1]
    if k >= V:
        return x.copy()
    kth = np.partition(x, V - k, axis=-1)[..., V - k : V - k + 1]
    return np.where(x >= kth, x, -np.inf)
