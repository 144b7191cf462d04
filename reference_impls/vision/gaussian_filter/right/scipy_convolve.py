import numpy as np
from scipy import ndimage


def gaussian_filter3(img):
    k = np.array([[1, 2, 1], [2, 4, 2], [1, 2, 1]]) / 16.0
    return ndimage.convolve(img.astype(np.float64), k, mode="reflect")
