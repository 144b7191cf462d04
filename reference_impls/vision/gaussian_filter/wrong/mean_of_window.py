# slip: divided-by-the-taps
import numpy as np


def gaussian_filter3(img):
    k = np.array([[1, 2, 1], [2, 4, 2], [1, 2, 1]])
    v = np.lib.stride_tricks.sliding_window_view(np.pad(img.astype(float), 1, mode="edge"), (3, 3))
    return (v * k).mean(axis=(-1, -2))
