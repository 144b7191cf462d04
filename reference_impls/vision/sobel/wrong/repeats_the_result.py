# slip: edge-of-the-result-repeated
"""img = np.array([[0., 0., 1., 5., 9.]] * 4): the first column gives 4 (copied) instead of 0."""
import numpy as np


def sobel(img):
    a = np.asarray(img, dtype=np.float64)
    h, w = a.shape
    if h < 3 or w < 3:
        a = np.pad(a, 1, mode="edge")
    gx = (a[:-2, 2:] + 2 * a[1:-1, 2:] + a[2:, 2:]) - (a[:-2, :-2] + 2 * a[1:-1, :-2] + a[2:, :-2])
    gy = (a[2:, :-2] + 2 * a[2:, 1:-1] + a[2:, 2:]) - (a[:-2, :-2] + 2 * a[:-2, 1:-1] + a[:-2, 2:])
    mag = np.sqrt(gx * gx + gy * gy)
    if mag.shape != (h, w):
        mag = np.pad(mag, 1, mode="edge")
    return mag
