import numpy as np


def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    x_t, eps = np.asarray(x_t), np.asarray(eps)
    ab_t, ab_prev = float(ab_t), float(ab_prev)
    sig = eta * np.sqrt((1 - ab_prev) / (1 - ab_t) * (1 - ab_t / ab_prev))
    x0 = (x_t - np.sqrt(1 - ab_t) * eps) / np.sqrt(ab_t)
    z = np.zeros_like(x_t) if z is None else np.asarray(z)
    return np.sqrt(ab_prev) * x0 + np.sqrt(1 - ab_prev - sig**2) * eps + sig * z
