# slip: empty-is-nan
import numpy as np


def gaussian_map_mean(x, sigma2, mu0, tau2):
    n = len(x)
    xbar = np.mean(x)
    return (sigma2 * mu0 + n * tau2 * xbar) / (sigma2 + n * tau2)
