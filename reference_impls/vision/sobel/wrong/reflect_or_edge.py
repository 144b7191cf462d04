# slip: reflect-where-it-can-be
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def sobel(img):
    a = np.asarray(img, dtype=np.float64)
    mode = "reflect" if min(a.shape) > 1 else "edge"
    win = sliding_window_view(np.pad(a, 1, mode=mode), (3, 3))
    k = np.array([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    gx = np.einsum("hwij,ij->hw", win, k)
    gy = np.einsum("hwij,ji->hw", win, k)
    return np.sqrt(gx * gx + gy * gy)
