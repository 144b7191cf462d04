import numpy as np


def triplet_loss(a, p, n, margin=1.0):
    a, p, n = (np.asarray(v) for v in (a, p, n))
    gap = np.linalg.norm(a - p, axis=-1) - np.linalg.norm(a - n, axis=-1)
    return np.maximum(0.0, gap + margin).mean()
