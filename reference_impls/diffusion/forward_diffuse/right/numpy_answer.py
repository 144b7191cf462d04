import numpy as np


def q_sample(x0, t, eps, alphas_bar):
    x0, t, eps, ab = map(np.asarray, (x0, t, eps, alphas_bar))
    a = np.take(ab, t)
    a = np.expand_dims(a, tuple(range(1, x0.ndim)))
    return np.sqrt(a) * x0 + np.sqrt(1.0 - a) * eps
