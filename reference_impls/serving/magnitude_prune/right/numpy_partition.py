import numpy as np


def magnitude_prune(weight, fraction):
    w = np.array(weight)
    k = int(np.rint(fraction * w.size))
    flat = w.ravel()
    if k:
        flat[np.argpartition(np.abs(flat), k - 1)[:k]] = 0
    return flat.reshape(w.shape)
