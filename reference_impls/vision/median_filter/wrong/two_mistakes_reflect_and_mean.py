# slip: none
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def median_filter(img, size=3):
    p = np.pad(img.astype(float), size // 2, mode="reflect")
    return sliding_window_view(p, (size, size)).mean((2, 3)).astype(img.dtype)
