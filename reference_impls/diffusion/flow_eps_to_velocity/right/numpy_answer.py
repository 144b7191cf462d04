import numpy as np


def velocity_from_eps(x_t, eps, t):
    difference = np.asarray(x_t) - np.asarray(eps)
    return (difference.T / np.asarray(t)).T
