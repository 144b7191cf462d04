import numpy as np


def factors(alpha_bar):
    a = float(alpha_bar)
    return np.sqrt(a), np.sqrt(1.0 - a)


def to_v(x0, eps, alpha_bar):
    signal, noise = factors(alpha_bar)
    return signal * np.asarray(eps) - noise * np.asarray(x0)


def from_v(x_t, v, alpha_bar):
    signal, noise = factors(alpha_bar)
    x_t, v = np.asarray(x_t), np.asarray(v)
    return [signal * x_t - noise * v, noise * x_t + signal * v]
