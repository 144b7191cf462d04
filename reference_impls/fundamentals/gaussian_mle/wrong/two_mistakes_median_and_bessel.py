# slip: median
import numpy as np


def gaussian_mle(x):
    mu = np.median(x)
    return mu, ((x - mu) ** 2).sum() / max(len(x) - 1, 1)
