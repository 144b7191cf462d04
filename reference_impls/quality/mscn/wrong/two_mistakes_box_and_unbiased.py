# slip: none
import numpy as np


def mscn(img, sigma=7/6, c=1.0):
    x = img.astype(float)
    r = int(4 * sigma + 0.5)
    g = np.exp(-0.5 * (np.arange(-r, r + 1) / sigma) ** 2)
    K = np.outer(g, g); K /= K.sum()
    v = np.lib.stride_tricks.sliding_window_view(np.pad(x, r, mode="symmetric"), K.shape)
    mu = np.einsum("hwij,ij->hw", v, K)
    sd = v.reshape(*x.shape, -1).std(-1, ddof=1)
    return (x - mu) / (sd + c)
