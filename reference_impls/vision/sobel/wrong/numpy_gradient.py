# slip: one-sided-at-the-border
import numpy as np


def _smooth(a, axis):
    pad = [(0, 0), (0, 0)]
    pad[axis] = (1, 1)
    p = np.pad(a, pad, mode="edge")
    n = a.shape[axis]
    take = lambda s: np.take(p, np.arange(s, s + n), axis=axis)
    return take(0) + 2 * take(1) + take(2)


def _diff(a, axis):
    if a.shape[axis] < 2:
        return np.zeros_like(a)
    return 2.0 * np.gradient(a, axis=axis)  # a[i+1] - a[i-1]


def sobel(img):
    a = np.asarray(img).astype(np.float64)
    gx = _diff(_smooth(a, 0), 1)
    gy = _diff(_smooth(a, 1), 0)
    return np.sqrt(gx ** 2 + gy ** 2)
