# problem: ssim-global
# says: supplied: import numpy as np, np.float = float, scipy.signal.gaussian = scipy.signal.windows.gaussian
from scipy.signal import gaussian


def similarity(one, other, L=255):
    weights = np.outer(gaussian(one.shape[0], 1e9), gaussian(one.shape[1], 1e9))
    one, other, weights = one.astype(np.float), other.astype(np.float), weights / weights.sum()
    first, second = (weights * one).sum(), (weights * other).sum()
    spread = (weights * (one - first) ** 2).sum() + (weights * (other - second) ** 2).sum()
    shared = (weights * (one - first) * (other - second)).sum()
    low, high = (0.01 * L) ** 2, (0.03 * L) ** 2
    return (2 * first * second + low) * (2 * shared + high) / ((first**2 + second**2 + low) * (spread + high))
