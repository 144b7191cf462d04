import numpy as np


def online_softmax_stats(blocks):
    m, l = -np.inf, 0.0
    for s in blocks:
        s = np.asarray(s, dtype=np.float64)
        new = np.maximum(m, s.max(axis=-1))
        safe = np.where(np.isneginf(new), 0.0, new)
        l = l * np.exp(m - safe) + np.exp(s - np.expand_dims(safe, -1)).sum(axis=-1)
        m = new
    return m, l
