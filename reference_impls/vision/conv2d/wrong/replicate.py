# slip: border-repeated
import numpy as np


def conv2d(x, weight, bias=None, stride=1, padding=0):
    xp = np.pad(np.asarray(x), ((0, 0), (0, 0), (padding, padding), (padding, padding)), mode="edge")
    w = np.asarray(weight)
    win = np.lib.stride_tricks.sliding_window_view(xp, w.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    y = np.einsum("nchwij,ocij->nohw", win, w)
    if bias is not None:
        y = y + np.asarray(bias)[None, :, None, None]
    return y
