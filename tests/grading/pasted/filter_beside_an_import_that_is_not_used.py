# problem: gaussian-filter
# not: does without
import numpy as np
from scipy.fft import dct
from scipy.signal import correlate2d


def gaussian_filter3(img):
    row = np.array([1.0, 2.0, 1.0])
    kernel = np.outer(row, row) / 16
    wide = np.pad(img.astype(float), 1, mode="edge")
    return correlate2d(wide, kernel, mode="valid")
