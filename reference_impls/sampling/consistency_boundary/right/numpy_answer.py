import numpy as np


def consistency_scalings(sigma, sigma_data=0.5, sigma_min=0.002):
    s = np.asarray(sigma)
    d = s - sigma_min
    return 1 / (1 + (d / sigma_data) ** 2), d * sigma_data / np.hypot(s, sigma_data)
