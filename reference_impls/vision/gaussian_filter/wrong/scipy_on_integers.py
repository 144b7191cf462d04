# slip: integers-returned-for-integers
import numpy as np
from scipy.ndimage import convolve


def gaussian_filter3(img):
    kernel = np.array([[1, 2, 1], [2, 4, 2], [1, 2, 1]], dtype=float) / 16
    return convolve(img, kernel, mode="nearest")
