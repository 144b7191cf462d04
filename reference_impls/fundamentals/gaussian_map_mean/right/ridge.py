import numpy as np


def gaussian_map_mean(x, sigma2, mu0, tau2):
    lam = sigma2 / tau2
    residual = np.asarray(x, dtype=np.float64) - mu0
    return mu0 + residual.sum() / (residual.size + lam)
