import numpy as np


def smoothing_matrix(n):
    m = np.zeros((n, n))
    for i in range(n):
        for j, w in ((i - 1, 1), (i, 2), (i + 1, 1)):
            m[i, min(max(j, 0), n - 1)] += w / 4
    return m


def gaussian_filter3(img):
    h, w = img.shape
    return smoothing_matrix(h) @ np.asarray(img, dtype=float) @ smoothing_matrix(w).T
