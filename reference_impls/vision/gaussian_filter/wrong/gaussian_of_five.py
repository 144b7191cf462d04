# slip: gaussian-of-five
import numpy as np
from scipy.ndimage import convolve


def gaussian_filter3(img):
    at = np.arange(5) - 2
    kernel = np.exp(-(at[:, None] ** 2 + at**2) / 2)
    return convolve(img.astype(float), kernel / kernel.sum(), mode="nearest")
