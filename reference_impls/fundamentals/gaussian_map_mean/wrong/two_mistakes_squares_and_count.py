# slip: variances-squared
import numpy as np


def gaussian_map_mean(x, sigma2, mu0, tau2):
    n = len(x)
    if n == 0:
        return float(mu0)
    a, b = 1 / sigma2**2, 1 / tau2**2
    return float((np.sum(x) * a + n * mu0 * b) / (n * a + n * b))
