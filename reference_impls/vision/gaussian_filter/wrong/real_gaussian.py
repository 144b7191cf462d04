# slip: sampled-at-sigma-1
import numpy as np


def gaussian_filter3(img):
    ax = np.arange(-1, 2)
    g = np.exp(-(ax[:, None] ** 2 + ax[None, :] ** 2) / 2.0)
    g /= g.sum()
    p = np.pad(np.asarray(img, dtype=np.float64), 1, mode="symmetric")
    v = np.lib.stride_tricks.sliding_window_view(p, (3, 3))
    return np.einsum("ijkl,kl->ij", v, g)
