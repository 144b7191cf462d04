# slip: zero-border
import numpy as np
from scipy.signal import convolve2d


def gaussian_filter3(img):
    return convolve2d(img.astype(float), np.array([[1, 2, 1], [2, 4, 2], [1, 2, 1]]) / 16, mode="same")
