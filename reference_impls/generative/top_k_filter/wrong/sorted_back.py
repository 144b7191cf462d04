# slip: sorted-order-returned
import numpy as np


def top_k_filter(logits, k):
    s = -np.sort(-np.asarray(logits), axis=-1)
    keep = np.arange(s.shape[-1]) < k
    return np.where(keep, s, -np.inf)
