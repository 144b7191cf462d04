# slip: mirrored-at-one-border
import numpy as np


def _reflect_once(i, n):
    if i < 0:
        i = -i - 1
    elif i >= n:
        i = 2 * n - i - 1
    return min(max(i, 0), n - 1)


def _blur_axis0(a, k, r):
    n = a.shape[0]
    out = np.zeros(a.shape, dtype=float)
    for i in range(n):
        for j in range(-r, r + 1):
            out[i] = out[i] + k[j + r] * a[_reflect_once(i + j, n)]
    return out


def single_scale_retinex(img, sigma):
    r = int(4 * sigma + 0.5)
    k = np.exp(-np.arange(-r, r + 1) ** 2 / (2.0 * sigma ** 2))
    k /= k.sum()
    s = _blur_axis0(_blur_axis0(img, k, r).T, k, r).T
    return np.log(1 + img) - np.log(1 + s)
