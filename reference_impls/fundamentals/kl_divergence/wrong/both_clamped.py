# slip: p-bounded-everywhere
import numpy as np


def kl_divergence(p, q, eps=1e-12):
    p = np.clip(np.asarray(p), eps, None)
    q = np.clip(np.asarray(q), eps, None)
    return np.sum(p * np.log(p / q), axis=-1)
