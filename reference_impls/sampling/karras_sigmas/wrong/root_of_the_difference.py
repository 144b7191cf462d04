# slip: root-of-the-difference
import numpy as np


def karras_sigmas(n, sigma_min=0.002, sigma_max=80.0, rho=7.0):
    # n = 5: last level is ~0 rather than 0.002, middle ones are wrong too
    ramp = np.arange(n) / (n - 1)
    inv = 1 / rho
    base = sigma_max ** inv - ramp * (sigma_max - sigma_min) ** inv
    sigmas = np.maximum(base, 0) ** rho
    return np.concatenate([sigmas, [0.0]])
