import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    m = np.mean(x, axis=-1, keepdims=True)
    s = np.std(x, axis=-1, keepdims=True)
    return gamma * (x - m) / np.sqrt(s**2 + eps) + beta
