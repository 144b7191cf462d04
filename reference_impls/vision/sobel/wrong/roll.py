# slip: wrapped-border
import numpy as np


def sobel(img):
    x = img.astype(np.float64)
    s = np.roll(x, 1, 0) + 2 * x + np.roll(x, -1, 0)
    gx = np.roll(s, -1, 1) - np.roll(s, 1, 1)
    t = np.roll(x, 1, 1) + 2 * x + np.roll(x, -1, 1)
    gy = np.roll(t, -1, 0) - np.roll(t, 1, 0)
    return (gx**2 + gy**2) ** 0.5
