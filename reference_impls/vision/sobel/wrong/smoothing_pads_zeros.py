# slip: smoothed-over-zeros
"""img = np.array([[0., 1., 2.]] * 4): the first and last row give 3, 6, 3 instead of 4, 8, 4."""
import numpy as np


def _diff(a, axis):
    pad = [(0, 0), (0, 0)]
    pad[axis] = (1, 1)
    p = np.pad(a, pad, mode="edge")
    return p[:, 2:] - p[:, :-2] if axis == 1 else p[2:] - p[:-2]


def _smooth(a, axis):
    pad = [(0, 0), (0, 0)]
    pad[axis] = (1, 1)
    p = np.pad(a, pad)
    if axis == 0:
        return p[:-2] + 2 * p[1:-1] + p[2:]
    return p[:, :-2] + 2 * p[:, 1:-1] + p[:, 2:]


def sobel(img):
    a = np.asarray(img).astype(np.float64)
    gx = _smooth(_diff(a, 1), 0)
    gy = _smooth(_diff(a, 0), 1)
    return np.sqrt(gx ** 2 + gy ** 2)
