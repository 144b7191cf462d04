import numpy as np


def predict_x0(x_t, eps, alpha_bar):
    a = float(alpha_bar)
    signal, noise = np.sqrt([a, 1.0 - a])
    return (np.asarray(x_t) - noise * np.asarray(eps)) / signal
