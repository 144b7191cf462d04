# slip: integers-wrap
import numpy as np


def gaussian_filter3(img):
    p = np.pad(img, 1, mode="edge")
    s = (p[:-2, :-2] + 2 * p[:-2, 1:-1] + p[:-2, 2:]
         + 2 * p[1:-1, :-2] + 4 * p[1:-1, 1:-1] + 2 * p[1:-1, 2:]
         + p[2:, :-2] + 2 * p[2:, 1:-1] + p[2:, 2:])
    return s / 16.0
