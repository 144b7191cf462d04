import numpy as np


def ve_marginal(t, sigma_min=0.01, sigma_max=50.0):
    t = np.asarray(t)
    s = sigma_min ** (1 - t) * sigma_max**t
    return 1, np.sqrt(s**2 - sigma_min**2), s * np.sqrt(2 * np.log(sigma_max / sigma_min))
