# slip: geometric
import numpy as np


def karras_sigmas(n, sigma_min=0.002, sigma_max=80.0, rho=7.0):
    return np.r_[np.exp(np.linspace(np.log(sigma_max), np.log(sigma_min), n)), 0.0]
