# slip: over-everything
import numpy as np


def rms_norm(x, weight, eps=1e-6):
    x, weight = np.asarray(x), np.asarray(weight)
    return x / np.sqrt(np.mean(x**2) + eps) * weight
