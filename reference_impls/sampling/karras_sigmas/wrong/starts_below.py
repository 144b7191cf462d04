# slip: first-level-missing
import numpy as np


def karras_sigmas(n, sigma_min=0.002, sigma_max=80.0, rho=7.0):
    a, b = sigma_max ** (1 / rho), sigma_min ** (1 / rho)
    return np.array([(a + i / n * (b - a)) ** rho for i in range(1, n + 1)] + [0.0])
