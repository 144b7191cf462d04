import numpy as np


def dpmpp_2m_step(x, x0, x0_prev, sigma, sigma_prev, sigma_next):
    x, x0 = np.asarray(x, dtype=np.float64), np.asarray(x0, dtype=np.float64)
    if sigma_next == 0:
        return x0.copy()
    h = np.log(sigma / sigma_next)
    if x0_prev is None:
        D = x0
    else:
        half_over_r = h / np.log(sigma_prev / sigma) / 2
        D = x0 + half_over_r * (x0 - np.asarray(x0_prev))
    return np.exp(-h) * x - np.expm1(-h) * D
