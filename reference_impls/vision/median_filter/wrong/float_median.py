# slip: floats-returned
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def median_filter(img, size=3):
    p = np.pad(img, size // 2, mode="symmetric")
    return np.median(sliding_window_view(p, (size, size)), axis=(2, 3))
