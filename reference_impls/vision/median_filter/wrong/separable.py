# slip: rows-then-columns
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def median_filter(img, size=3):
    k = size // 2
    rows = np.median(sliding_window_view(np.pad(img, ((0, 0), (k, k)), mode="symmetric"), size, axis=1), axis=-1)
    both = np.median(sliding_window_view(np.pad(rows, ((k, k), (0, 0)), mode="symmetric"), size, axis=0), axis=-1)
    return both.astype(img.dtype)
