# slip: mean-for-sum
import numpy as np


def gaussian_map_mean(x, sigma2, mu0, tau2):
    mean = np.mean(x) if len(x) else 0.0
    return float(mean / sigma2 / (len(x) / sigma2 + 1 / tau2))
