# slip: one-too-few-below-v
import numpy as np


def top_k_filter(logits, k):
    x = np.asarray(logits)
    if k >= x.shape[-1]:
        return x
    kth = np.sort(x, -1)[..., -k, None]
    return np.where(x > kth, x, -np.inf)
