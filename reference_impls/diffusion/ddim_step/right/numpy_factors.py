import numpy as np


def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    a, b = np.float64(ab_t), np.float64(ab_prev)
    sigma = eta * np.sqrt((1 - b) / (1 - a) * (1 - a / b))
    x0 = (x_t - float(np.sqrt(1 - a)) * eps) / float(np.sqrt(a))
    mean = float(np.sqrt(b)) * x0 + float(np.sqrt(1 - b - sigma ** 2)) * eps
    return mean if eta == 0 else mean + float(sigma) * z
