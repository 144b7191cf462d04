# slip: sign-of-v
import numpy as np


def to_v(x0, eps, alpha_bar):
    a = float(alpha_bar)
    return np.sqrt(1 - a) * np.asarray(x0) - np.sqrt(a) * np.asarray(eps)


def from_v(x_t, v, alpha_bar):
    a, x_t, v = float(alpha_bar), np.asarray(x_t), np.asarray(v)
    return np.sqrt(a) * x_t + np.sqrt(1 - a) * v, np.sqrt(1 - a) * x_t - np.sqrt(a) * v
