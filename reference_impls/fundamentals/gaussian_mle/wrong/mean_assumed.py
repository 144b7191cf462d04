# slip: mean-of-zero
import numpy as np


def gaussian_mle(x):
    mu = 0.0
    return mu, np.mean((x - mu) ** 2)
