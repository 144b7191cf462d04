import numpy as np
def gaussian_mle(x):
    n = x.shape[0]
    ones = np.ones(n, x.dtype)
    mu = ones @ x / n
    d = x - mu
    return [mu, d @ d / n]
