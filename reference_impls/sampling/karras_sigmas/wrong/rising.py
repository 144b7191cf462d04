# slip: levels-ascending
import numpy as np


def karras_sigmas(n, sigma_min=0.002, sigma_max=80.0, rho=7.0):
    ramp = np.linspace(0, 1, n)
    lo = sigma_min ** (1 / rho)
    hi = sigma_max ** (1 / rho)
    return np.concatenate([(lo + ramp * (hi - lo)) ** rho, [0.0]])
