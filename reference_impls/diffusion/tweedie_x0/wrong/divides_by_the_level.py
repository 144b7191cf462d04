# slip: divided-without-root
import numpy as np


def predict_x0(x_t, eps, alpha_bar):
    alpha_bar = float(alpha_bar)
    return (np.asarray(x_t) - np.sqrt(1 - alpha_bar) * np.asarray(eps)) / alpha_bar
