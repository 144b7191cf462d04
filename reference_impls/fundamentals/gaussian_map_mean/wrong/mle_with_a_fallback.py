# slip: sample-mean-but-for-none
import numpy as np


def gaussian_map_mean(x, sigma2, mu0, tau2):
    if len(x) == 0:
        return float(mu0)
    return float(np.mean(x))
