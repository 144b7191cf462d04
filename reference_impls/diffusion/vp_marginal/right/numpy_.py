import numpy as np


def vp_marginal(t, beta_min=0.1, beta_max=20.0):
    t = np.asarray(t)
    b = beta_min * t + 0.5 * (beta_max - beta_min) * np.square(t)
    return np.exp(-0.5 * b), np.sqrt(-np.expm1(-b))
