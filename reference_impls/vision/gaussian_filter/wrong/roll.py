# slip: wrapped-border
import numpy as np


def gaussian_filter3(img):
    f = img.astype(float)
    f = (np.roll(f, 1, 0) + 2 * f + np.roll(f, -1, 0)) / 4
    return (np.roll(f, 1, 1) + 2 * f + np.roll(f, -1, 1)) / 4
