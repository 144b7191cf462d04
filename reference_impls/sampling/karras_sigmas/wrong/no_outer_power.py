# slip: without-outer-power
import numpy as np


def karras_sigmas(n, sigma_min=0.002, sigma_max=80.0, rho=7.0):
    inv = 1 / rho
    return np.append(np.linspace(sigma_max**inv, sigma_min**inv, n), 0.0)
