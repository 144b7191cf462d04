# slip: mean-for-sum
import numpy as np


def gaussian_map_mean(x, sigma2, mu0, tau2):
    xbar = np.mean(x) if len(x) else 0
    return (mu0 / tau2 + xbar / sigma2) / (1 / tau2 + len(x) / sigma2)
