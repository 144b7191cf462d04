# slip: none
import numpy as np

M = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def rgb_to_lab(rgb):
    t = rgb**2.2 @ M.T / np.array([0.9505, 1.0, 1.089])
    x, y, z = np.moveaxis(np.where(t > 0.008856, np.cbrt(t), 7.787 * t + 16 / 116), -1, 0)
    return np.stack([116 * y - 16, 500 * (y - x), 200 * (y - z)], -1)
