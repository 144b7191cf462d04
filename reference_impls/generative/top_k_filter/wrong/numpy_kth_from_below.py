# slip: kth-smallest-for-threshold
import numpy as np


def top_k_filter(logits, k):
    x = np.array(logits)
    k = min(k, x.shape[-1])
    kth = np.sort(x, axis=-1)[..., k - 1][..., None]
    x[x < kth] = -np.inf
    return x
