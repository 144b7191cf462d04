# slip: noise-without-root
import numpy as np


def q_sample(x0, t, eps, alphas_bar):
    x0, eps, ab = np.asarray(x0), np.asarray(eps), np.asarray(alphas_bar)[np.asarray(t)]
    ab = ab.reshape([len(ab)] + [1] * (x0.ndim - 1))
    return np.sqrt(ab) * x0 + (1 - ab) * eps
