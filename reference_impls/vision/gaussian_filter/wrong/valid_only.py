# slip: cropped
import numpy as np
from scipy.signal import convolve2d


def gaussian_filter3(img):
    k = np.array([[1.0, 2, 1], [2, 4, 2], [1, 2, 1]])
    return convolve2d(np.asarray(img, float), k / k.sum(), mode="valid")
