# slip: variance-estimated
import numpy as np


def gaussian_map_mean(x, sigma2, mu0, tau2):
    s2 = np.var(x) if len(x) > 1 else sigma2
    return (mu0 / tau2 + np.sum(x) / s2) / (1 / tau2 + len(x) / s2)
